// other_sessions: only gonogo and the sessions that may stay are connected to the target's
// database.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "fixtures/session/own_sessions.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/sessions.h"

namespace gonogo::other_sessions {
namespace {

// Opens a new session, because a snapshot keeps showing the sessions that it saw first.
Outcome Run(const Inspection& in) {
  in.pair.Target();  // throws if it isn't open
  const auto session = in.pair.OpenFresh(in.pair.Of(SideName::kTarget));
  return JudgeRows(WithoutOwnSessions(
      session->Query(sql::kOtherSessions, {ToParameter(Json(in.arguments.Texts("may_stay")))})));
}

}  // namespace

Gate Definition() {
  return {.name = "other_sessions",
          .summary = "Nobody else is connected to the target's database.",
          .meaning = "Somebody may write to the target while it is filled and compared.",
          .remedy =
              "Stop the program that the finding names, or list its application_name in the "
              "parameter may_stay.",
          .phases = {Phase::kSchema, Phase::kVerify},
          .parameters = {TextListParameter("may_stay",
                                           "patterns of application_name; * matches any text")
                             .DefaultEmpty()},
          .subjects = TheTarget,
          .run = Run,
          .needs = Needs::kMonitoring};
}

}  // namespace gonogo::other_sessions
