// replication_slots: the source has the replication slots that the plan expects, and no others.
// They are in use and not far behind.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::replication_slots {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kReplicationSlots,
                   {ToParameter(Json(in.arguments.Texts("expected"))),
                    std::to_string(in.arguments.Integer("bytes_behind"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "replication_slots",
      .summary =
          "The source has the expected replication slots and no others, in use and not far "
          "behind.",
      .meaning =
          "The target misses changes, or a slot that nobody reads fills the source's disk with "
          "WAL.",
      .remedy =
          "Start what reads the slot and let it catch up, or drop the slot with "
          "pg_drop_replication_slot.",
      .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
      .parameters = {TextListParameter("expected", "names of the expected slots").DefaultEmpty(),
                     IntegerParameter("bytes_behind",
                                      "maximum number of bytes that a slot may be behind")
                         .Default(0)
                         .AtLeast(0)},
      .subjects = TheSource,
      .run = Run};
}

}  // namespace gonogo::replication_slots
