// replication_slots: the slots that the plan expects on the source are there, in use and not
// behind, and there is no other.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kReplicationSlots,
                   {ToParameter(Json(in.arguments.Texts("expected"))),
                    std::to_string(in.arguments.Integer("bytes_behind"))});
}

}  // namespace

Gate replication_slots() {
  return {.name = "replication_slots",
          .summary =
              "The source has the replication slots that are expected, in use and not behind, and "
              "no other.",
          .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
          .parameters =
              {TextListParameter("expected", "slots that should be there").DefaultEmpty(),
               IntegerParameter("bytes_behind", "how far one may be behind").Default(0).AtLeast(0)},
          .subjects = TheSource,
          .run = Run};
}

}  // namespace gonogo
