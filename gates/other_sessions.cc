// other_sessions: nobody is connected to the target's database but gonogo and those who may stay.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

// Asked in a session of its own: a snapshot keeps what it first saw of other sessions.
Outcome Run(const Inspection& in) {
  in.pair.Target();  // it must be there
  const auto session = in.pair.OpenFresh(in.pair.target_side());
  return JudgeRows(
      session->Query(sql::kOtherSessions, {Json(in.arguments.Texts("may_stay")).dump()}));
}

}  // namespace

Gate other_sessions() {
  return {.name = "other_sessions",
          .summary = "Nobody else is connected to the target's database.",
          .phases = {Phase::kSchema, Phase::kVerify},
          .parameters = {{.name = "may_stay",
                          .kind = Kind::kTextList,
                          .description = "patterns of application_name; * is any text",
                          .default_value = "[]"}},
          .subjects = TheTarget,
          .run = Run,
          .needs = Needs::kMonitoring};
}

}  // namespace gonogo
