// subscriptions: the target has the subscriptions that the plan expects, and no others. They are
// enabled and have finished their initial copy.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::subscriptions {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kSubscriptions, {ToParameter(Json(in.arguments.Texts("expected")))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "subscriptions",
      .summary = "The target has the expected subscriptions and no others, all of them working.",
      .meaning = "The target doesn't get the source's changes, or gets changes that it shouldn't.",
      .remedy =
          "Run ALTER SUBSCRIPTION with ENABLE and read the target's log, or run DROP SUBSCRIPTION.",
      .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
      .parameters =
          {TextListParameter("expected", "names of the expected subscriptions").DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo::subscriptions
