// fence: nobody writes to the source any more: its transactions are read-only unless they say
// otherwise, and no session of an application is left.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kFence, {Json(in.arguments.Texts("may_stay")).dump()});
}

}  // namespace

Gate fence() {
  return {
      .name = "fence",
      .summary = "Nobody writes to the source any more: it is read-only, and nobody is connected.",
      .phases = {Phase::kCutover},
      .parameters = {{.name = "may_stay",
                      .kind = Kind::kTextList,
                      .description = "application names of sessions that may stay",
                      .default_value = "[]"}},
      .subjects = TheSource,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo
