// application_sessions: each application has moved: it has sessions on the target, and none on the
// source any more.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, given] : arguments.Map("applications").items()) {
    const Arguments application(given);
    if (application.Texts("names").empty() && application.Texts("users").empty()) {
      throw PlanError("nothing tells the sessions of \"" + name +
                      "\": give \"names\" or \"users\"");
    }
    subjects.push_back({name, ""});
  }
  return subjects;
}

struct SessionsOfApplication {
  std::int64_t count;
  std::string words;  // "2 sessions: wallet as "api""
};

SessionsOfApplication SessionsOn(const std::string& side, Session& session,
                                 const Arguments& application) {
  const Rows rows =
      session.Query(sql::kApplicationSessions, {ToParameter(Json(application.Texts("names"))),
                                                ToParameter(Json(application.Texts("users")))});
  if (!rows.Only().Maybe("sessions")) {
    throw DatabaseError(
        side + ": this role may not see other roles' sessions; sql/grants/gonogo.sql lets it",
        "42501");
  }
  const std::int64_t count = rows.Only().Integer("sessions");
  const std::string who = rows.Only().Text("who");
  return {count, Counted(count, "session") + (count == 0 ? "" : ": " + who)};
}

// Asked in sessions of its own: a snapshot keeps what it first saw of other sessions.
Outcome Run(const Inspection& in) {
  const Arguments application = in.arguments.Member("applications", in.subject.name);
  const Pair::Sessions fresh = in.pair.OpenFresh();
  const SessionsOfApplication source = SessionsOn("source", *fresh.source, application);
  const SessionsOfApplication target = SessionsOn("target", *fresh.target, application);
  Outcome outcome{.examined = 2,
                  .findings = {},
                  .notes = {"source: " + source.words, "target: " + target.words}};
  if (source.count > 0) outcome.findings.push_back({"source", source.words, "none is left"});
  const std::int64_t minimum = application.Integer("minimum");
  if (target.count < minimum) {
    outcome.findings.push_back({"target", target.words, "at least " + Counted(minimum, "session")});
  }
  return outcome;
}

}  // namespace

Gate application_sessions() {
  return {
      .name = "application_sessions",
      .summary = "Every application is connected to the target, and no longer to the source.",
      .phases = {Phase::kCutover, Phase::kFinalize},
      .parameters = {ObjectMapParameter(
                         "applications", "what tells their sessions, by application",
                         {TextListParameter("names", "patterns of application_name; * is any text")
                              .DefaultEmpty(),
                          TextListParameter("users", "roles that it connects as").DefaultEmpty(),
                          IntegerParameter("minimum", "sessions on the target at least")
                              .Default(1)
                              .AtLeast(1)})
                         .Required()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo
