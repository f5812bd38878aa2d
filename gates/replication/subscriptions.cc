// subscriptions: those that the plan expects on the target are enabled and past their first copy,
// and there is no other.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kSubscriptions, {ToParameter(Json(in.arguments.Texts("expected")))});
}

}  // namespace

Gate subscriptions() {
  return {
      .name = "subscriptions",
      .summary = "The target has the subscriptions that are expected, each at work, and no other.",
      .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
      .parameters =
          {TextListParameter("expected", "subscriptions that should be there").DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo
