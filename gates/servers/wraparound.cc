// wraparound: no database of the server is near the age at which it stops to take writes.
#include "core/plan/gate.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

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
          .parameters = {IntegerParameter("at_most",
                                          "age in transactions and in multixacts that will do")
                             .Default(1000000000)
                             .AtLeast(0)},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo
