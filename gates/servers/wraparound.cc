// wraparound: no database of the server is near the transaction ID age at which the server stops
// accepting writes.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::wraparound {
namespace {

// A server refuses writes at 2^31 minus three million; half of that leaves time to VACUUM FREEZE.
Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kWraparound, {std::to_string(in.arguments.Integer("at_most"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "wraparound",
      .summary =
          "No database is near the transaction ID age at which its server stops accepting writes.",
      .meaning = "The server stops accepting writes when its transaction IDs run out.",
      .remedy =
          "End old transactions, drop stale slots, and run VACUUM FREEZE in the database that is "
          "named.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {IntegerParameter("at_most", "maximum age in transactions and in multixacts")
                         .Default(1000000000)
                         .AtLeast(0)},
      .subjects = OneForEachSide,
      .run = Run};
}

}  // namespace gonogo::wraparound
