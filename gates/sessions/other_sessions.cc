// other_sessions: nobody is connected to the target's database but gonogo and those who may stay.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

// Asked in a session of its own: a snapshot keeps what it first saw of other sessions.
Outcome Run(const Inspection& in) {
  in.pair.Target();  // it must be there
  const auto session = in.pair.OpenFresh(in.pair.target_side());
  return JudgeRows(
      session->Query(sql::kOtherSessions, {ToParameter(Json(in.arguments.Texts("may_stay")))}));
}

}  // namespace

Gate other_sessions() {
  return {
      .name = "other_sessions",
      .summary = "Nobody else is connected to the target's database.",
      .phases = {Phase::kSchema, Phase::kVerify},
      .parameters = {TextListParameter("may_stay", "patterns of application_name; * is any text")
                         .DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo
