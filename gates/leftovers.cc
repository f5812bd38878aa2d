// leftovers: the migration has cleaned up: no publication, subscription, slot, tool's schema or
// half-built index is left.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kLeftovers, {Json(in.arguments.Texts("may_stay")).dump()});
}

}  // namespace

Gate leftovers() {
  return {.name = "leftovers",
          .summary =
              "Nothing of the migration's tools is left: publications, slots, schemas, half-built "
              "indexes.",
          .phases = {Phase::kFinalize},
          .parameters = {{.name = "may_stay",
                          .kind = Kind::kTextList,
                          .description = "names of what is no leftover",
                          .default_value = "[]"}},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo
