// leftovers: the migration has cleaned up: no publication, subscription, replication slot, schema
// of a tool or half-built index is left.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::leftovers {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kLeftovers, {ToParameter(Json(in.arguments.Texts("may_stay")))});
}

}  // namespace

Gate Definition() {
  return {.name = "leftovers",
          .summary =
              "The migration's tools have left nothing: publications, slots, schemas, half-built "
              "indexes.",
          .phases = {Phase::kFinalize},
          .parameters = {TextListParameter("may_stay", "names of objects that aren't leftovers")
                             .DefaultEmpty()},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo::leftovers
