// gonogo stages: lists the stages of a runbook, or shows the parameters of one.
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "core/plan/reading/plan_keys.h"
#include "reporters/pages/stages_page.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

struct StagesCommandLine {
  std::string name;
};

int Execute(const StagesCommandLine& line) {
  if (line.name.empty()) {
    std::cout << StagesText(AllStages());
  } else {
    std::cout << StageText(StageNamed(line.name), StageKeys());
  }
  return 0;
}

}  // namespace

void AddStages(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("stages", "list the stages, or show one with its parameters");
  const auto line = std::make_shared<StagesCommandLine>();
  command->add_option("STAGE", line->name, "one stage");
  AddExamples(*command, {"gonogo stages", "gonogo stages cutover"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
