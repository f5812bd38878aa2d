// application_sessions: each application has moved: it has sessions on the target, and none on the
// source.
#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "fixtures/session/own_sessions.h"
#include "gates/inspection.h"
#include "sql/sessions.h"

namespace gonogo::application_sessions {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, given] : arguments.Map("applications").items()) {
    const Arguments application(given);
    if (application.Texts("names").empty() && application.Texts("users").empty()) {
      throw PlanError(fmt::format(
          "application \"{}\" needs \"names\" or \"users\" to find its sessions", name));
    }
    subjects.push_back({name, ""});
  }
  return subjects;
}

struct ApplicationSessions {
  std::int64_t count;
  std::string description;  // 2 sessions: wallet as "api"
};

ApplicationSessions SessionsOn(SideName side, Session& session, const Arguments& application) {
  const Rows rows = WithoutOwnSessions(
      session.Query(sql::kApplicationSessions, {ToParameter(Json(application.Texts("names"))),
                                                ToParameter(Json(application.Texts("users")))}));
  bool visible = false;
  std::set<std::string> names;
  std::int64_t count = 0;
  for (const Row row : rows) {
    visible = visible || row.Maybe("visible");
    if (!row.Maybe("who")) continue;
    names.insert(row.Text("who"));
    ++count;
  }
  if (!visible) {
    throw DatabaseError(
        fmt::format("{}: this role can't see other roles' sessions; sql/grants/gonogo.sql grants "
                    "what it needs",
                    ToString(side)),
        "42501");
  }
  const std::string counted = Counted(count, "session");
  const std::vector<std::string> who(names.begin(), names.end());
  return {count, count == 0 ? counted : fmt::format("{}: {}", counted, Join(who, ", "))};
}

// Opens new sessions, because a snapshot keeps showing the sessions that it saw first.
Outcome Run(const Inspection& in) {
  const Arguments application = in.arguments.Member("applications", in.subject.name);
  const Pair::Sessions fresh = in.pair.OpenFresh();
  const auto source = SessionsOn(SideName::kSource, *fresh.source, application);
  const auto target = SessionsOn(SideName::kTarget, *fresh.target, application);
  Outcome outcome{.examined = 2,
                  .findings = {},
                  .notes = {"source: " + source.description, "target: " + target.description}};
  if (source.count > 0) outcome.findings.push_back({"source", source.description, "none"});
  const std::int64_t minimum = application.Integer("minimum");
  if (target.count < minimum) {
    outcome.findings.push_back(
        {"target", target.description, "at least " + Counted(minimum, "session")});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "application_sessions",
      .summary = "Every application is connected to the target, and none to the source.",
      .meaning = "An application still uses the source, or hasn't arrived at the target.",
      .remedy =
          "Restart the application with the target's URL, and end the sessions that it left on "
          "the source.",
      .phases = {Phase::kCutover, Phase::kFinalize},
      .parameters =
          {ObjectMapParameter(
               "applications", "by application, how to find its sessions",
               {TextListParameter("names", "patterns of application_name; * matches any text")
                    .DefaultEmpty(),
                TextListParameter("users", "roles that the application connects as").DefaultEmpty(),
                IntegerParameter("minimum", "minimum number of sessions on the target")
                    .Default(1)
                    .AtLeast(1)})
               .Required()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::application_sessions
