// subscriptions: those that the plan expects on the target are enabled and past their first copy,
// and there is no other.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kSubscriptions, {Json(in.arguments.Texts("expected")).dump()});
}

}  // namespace

Gate subscriptions() {
  return {
      .name = "subscriptions",
      .summary = "The target has the subscriptions that are expected, each at work, and no other.",
      .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
      .parameters = {{.name = "expected",
                      .kind = Kind::kTextList,
                      .description = "subscriptions that should be there",
                      .default_value = "[]"}},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo
