// replication_slots: the slots that the plan expects on the source are there, in use and not
// behind, and there is no other.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kReplicationSlots,
                   {Json(in.arguments.Texts("expected")).dump(),
                    std::to_string(in.arguments.Integer("bytes_behind"))});
}

}  // namespace

Gate replication_slots() {
  return {.name = "replication_slots",
          .summary =
              "The source has the replication slots that are expected, in use and not behind, and "
              "no other.",
          .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
          .parameters = {{.name = "expected",
                          .kind = Kind::kTextList,
                          .description = "slots that should be there",
                          .default_value = "[]"},
                         {.name = "bytes_behind",
                          .kind = Kind::kInteger,
                          .description = "how far one may be behind",
                          .default_value = "0",
                          .minimum = 0}},
          .subjects = TheSource,
          .run = Run};
}

}  // namespace gonogo
