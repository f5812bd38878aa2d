// wraparound: no database of the server is near the age at which it stops to take writes.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

// At 2^31 less three million a server refuses writes; half of it leaves time for a VACUUM FREEZE.
Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kWraparound, {std::to_string(in.arguments.Integer("at_most"))});
}

}  // namespace

Gate wraparound() {
  return {.name = "wraparound",
          .summary = "No database is near the age at which its server stops to take writes.",
          .phases = {Phase::kPreflight, Phase::kGate},
          .parameters = {{.name = "at_most",
                          .kind = Kind::kInteger,
                          .description = "age in transactions and in multixacts that will do",
                          .default_value = "1000000000",
                          .minimum = 0}},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo
