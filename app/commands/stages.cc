// gonogo stages [NAME]: the stages of a runbook, from their own tables.
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "core/error.h"
#include "core/plan/plan_keys.h"
#include "core/text/suggestion.h"
#include "reporters/pages/stages_page.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

struct StagesCommandLine {
  std::string name;
  bool markdown = false;
};

int Execute(const StagesCommandLine& line) {
  if (line.markdown) {
    std::cout << StagesMarkdown(AllStages(), StageKeys());
  } else if (line.name.empty()) {
    std::cout << StagesText(AllStages());
  } else {
    std::cout << StageText(StageNamed(line.name), StageKeys());
  }
  return 0;
}

}  // namespace

void AddStages(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("stages", "the stages, or one with its parameters");
  const auto line = std::make_shared<StagesCommandLine>();
  command->add_option("NAME", line->name, "one stage");
  command->add_flag("--markdown", line->markdown, "as docs/stages.md has them");
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
