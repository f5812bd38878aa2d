// flags: the flags in the plan's flag file have the values that this phase expects.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "fixtures/system/flag_file.h"
#include "gates/inspection.h"

namespace gonogo::flags {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (plan.flag_file.empty()) throw PlanError("the plan has no \"flag_file\"");
  std::vector<Subject> subjects;
  for (const auto& [name, value] : arguments.Map("flags").items()) subjects.push_back({name, ""});
  return subjects;
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  if (!std::filesystem::exists(in.plan.flag_file)) {
    throw PlanError(fmt::format("flag file {} doesn't exist", in.plan.flag_file));
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

Gate Definition() {
  return {.name = "flags",
          .summary = "The application's flags in the plan's flag file have the expected values.",
          .meaning = "The application reads from or writes to the wrong side.",
          .remedy = "Set the flag in the plan's flag file, and let the application read it again.",
          .phases = {Phase::kDualWrite, Phase::kCutover, Phase::kFinalize},
          .parameters = {TextMapParameter("flags", "the expected value of each flag").Required()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo::flags
