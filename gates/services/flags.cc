// flags: the application is told to be where it should be at this point.
#include "core/error.h"
#include "core/plan/gate.h"
#include "fixtures/system/flag_file.h"
#include "gates/inspection.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (plan.flag_file.empty()) throw PlanError("the plan names no \"flag_file\"");
  std::vector<Subject> subjects;
  for (const auto& [name, value] : arguments.Map("flags").items()) subjects.push_back({name, ""});
  return subjects;
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  if (!std::filesystem::exists(in.plan.flag_file)) {
    throw PlanError("there is no flag file " + in.plan.flag_file);
  }
  const std::string want = in.arguments.Map("flags").at(name);
  const Environment flags = ReadFlags(in.plan.flag_file);
  const auto flag = flags.find(name);
  Outcome outcome{.examined = 1};
  if (flag == flags.end()) {
    outcome.findings.push_back({name, "not set", want});
  } else if (flag->second != want) {
    outcome.findings.push_back({name, flag->second, want});
  }
  return outcome;
}

}  // namespace

Gate flags() {
  return {.name = "flags",
          .summary = "The application's flags, in the plan's flag file, are set as they should be.",
          .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
          .parameters = {TextMapParameter("flags", "what each flag must be").Required()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
