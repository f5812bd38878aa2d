// The program gets PATH, HOME and the variables that the plan names, and no others.
#include "stages/steps/plan_program.h"

#include <fmt/format.h>

#include "core/error.h"
#include "fixtures/system/interrupt.h"
#include "stages/steps/program_secrets.h"

namespace gonogo {
namespace {

Environment EnvironmentFor(const StageCommand& command, const Environment& environment) {
  Environment given;
  for (const char* name : {"PATH", "HOME"}) {
    const auto found = environment.find(name);
    if (found != environment.end()) given.insert(*found);
  }
  for (const std::string& name : command.arguments.Texts("environment")) {
    const auto found = environment.find(name);
    if (found == environment.end()) {
      throw PlanError(fmt::format("command \"{}\" needs {}, which isn't set", command.name, name));
    }
    given.insert(*found);
  }
  return given;
}

}  // namespace

PlanProgram PlanProgramOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal) {
  const char* const words = rehearsal ? "rehearsal_words" : "words";
  const Arguments& given = command.arguments;
  PlanProgram program{.words = given.Texts(words),
                      .folder = given.Text("folder"),
                      .environment = EnvironmentFor(command, environment),
                      .timeout = std::chrono::seconds(given.Integer("timeout_s"))};
  if (program.words.empty()) {
    throw PlanError(fmt::format("command \"{}\" has no {}", command.name, words));
  }
  return program;
}

ProcessResult RunPlanProgram(const PlanProgram& program) {
  ProcessResult result = RunCommand({.words = program.words, .environment = program.environment},
                                    {.folder = program.folder.string(),
                                     .whole_environment = false,
                                     .bounds = Bounds{program.timeout, WasInterrupted}});
  result.output = MaskedOutput(result.output, program.environment);
  return result;
}

}  // namespace gonogo
