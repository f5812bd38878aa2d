// application_sessions: each application has moved: it has sessions on the target, and none on the
// source.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/reading/doubt.h"
#include "gates/reading/known_roles.h"
#include "gates/sessions/named_sessions.h"

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

// Opens new sessions, because a snapshot keeps showing the sessions that it saw first.
Outcome Run(const Inspection& in) {
  const Arguments application = in.arguments.Member("applications", in.subject.name);
  const Pair::Sessions fresh = in.pair.OpenFresh();
  const auto source = SessionsOf(application, SideName::kSource, *fresh.source);
  const auto target = SessionsOf(application, SideName::kTarget, *fresh.target);
  Outcome outcome{.examined = 2,
                  .findings = {},
                  .notes = {"source: " + source.description, "target: " + target.description}};
  if (source.count > 0) outcome.findings.push_back({"source", source.description, "none"});
  const std::int64_t minimum = application.Integer("minimum");
  if (target.count < minimum) {
    outcome.findings.push_back(
        {"target", target.description, "at least " + Counted(minimum, "session")});
  }
  AddDoubt(UnknownRole("users", application.Texts("users"), *fresh.source, *fresh.target), outcome);
  return outcome;
}

std::vector<Parameter> ApplicationParameters() {
  std::vector<Parameter> parameters = SessionParameters();
  parameters.push_back(IntegerParameter("minimum", "minimum number of sessions on the target")
                           .Default(1)
                           .AtLeast(1));
  return parameters;
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
      .parameters = {ObjectMapParameter("applications", "by application, how to find its sessions",
                                        ApplicationParameters())
                         .Required()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::application_sessions
