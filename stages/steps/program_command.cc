#include "stages/steps/program_command.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {

PlanProgram PlanProgramOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal) {
  const char* const words = rehearsal ? "rehearsal_words" : "words";
  const Arguments& given = command.arguments;
  const std::string who = fmt::format("command \"{}\"", command.name);
  PlanProgram program{
      .words = given.Texts(words),
      .folder = given.Text("folder"),
      .environment = EnvironmentOfProgram(given.Texts("environment"), environment, who),
      .timeout = std::chrono::seconds(given.Integer("timeout_s"))};
  if (program.words.empty()) throw PlanError(fmt::format("{} has no {}", who, words));
  return program;
}

}  // namespace gonogo
