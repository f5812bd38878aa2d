// gonogo docs: writes the manual pages, the completion of shells, the command line as JSON, and the
// pages about gates, stages and providers. All are made of what they describe, so that they can't
// drift.
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/cli_json.h"
#include "app/cli/command_words.h"
#include "app/cli/completion.h"
#include "app/cli/help_page.h"
#include "app/cli/man_page.h"
#include "app/commands/commands.h"
#include "app/run/run.h"
#include "core/plan/reading/plan_keys.h"
#include "core/values/provider.h"
#include "fixtures/system/text_file.h"
#include "gates/gate_table.h"
#include "gates/hazards.h"
#include "reporters/pages/gates_pages.h"
#include "reporters/pages/providers_page.h"
#include "reporters/pages/stages_page.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

struct DocsCommandLine {
  std::vector<std::string> command;  // the words of the command whose page is wanted
  std::string folder;
  std::string shell;
};

const CLI::App& Root(const CLI::App& command) {
  return command.get_parent() == nullptr ? command : Root(*command.get_parent());
}

void WriteManPages(const CommandFacts& gonogo, const fs::path& folder) {
  fs::create_directories(folder);
  for (const CommandFacts* command : AllCommands(gonogo)) {
    WriteTextFile(folder / (ManPageName(*command) + ".1"), ManPage(*command, ToolName()));
  }
}

int Man(const DocsCommandLine& line, const CLI::App& gonogo) {
  if (!line.folder.empty()) {
    WriteManPages(FactsOf(gonogo), line.folder);
    return 0;
  }
  const CLI::App* command = &gonogo;
  for (const std::string& word : line.command) command = &CommandNamed(*command, word);
  std::cout << ManPage(FactsOf(*command), ToolName());
  return 0;
}

void WritePages(const fs::path& folder) {
  auto pages = GatesPages(AllGates(), AllHazards());
  pages["stages.md"] = StagesMarkdown(AllStages(), StageKeys());
  pages["providers/facts.md"] = ProvidersMarkdown(Providers());
  for (const auto& [file, text] : pages) WriteTextFile(folder / file, text);
}

void AddPages(CLI::App& docs, const std::shared_ptr<DocsCommandLine>& line, int& status) {
  CLI::App* const pages =
      docs.add_subcommand("pages", "write the pages about gates, stages and providers");
  pages->add_option("--out", line->folder, "the folder of the documentation")
      ->required()
      ->option_text("DIR");
  AddExamples(*pages, {"gonogo docs pages --out docs", "gonogo docs pages --out /tmp/docs"});
  pages->callback([line, &status] {
    WritePages(line->folder);
    status = 0;
  });
}

}  // namespace

void AddDocs(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand(
      "docs",
      "write manual pages, completion for shells, the command line as JSON, and pages of documentation");
  command->require_subcommand(1);
  const auto line = std::make_shared<DocsCommandLine>();
  CLI::App* const man = command->add_subcommand("man", "print the manual page of a command");
  man->add_option("COMMAND", line->command, "the command (default: gonogo itself)");
  man->add_option("--out", line->folder, "write the pages of all commands into this folder")
      ->option_text("DIR");
  AddExamples(*man, {"gonogo docs man run > gonogo-run.1", "gonogo docs man --out share/man/man1"});
  man->callback([line, man, &status] { status = Man(*line, Root(*man)); });
  CLI::App* const completion =
      command->add_subcommand("completion", "print the completion script for a shell");
  completion->add_option("SHELL", line->shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember(CompletionShells()));
  AddExamples(*completion,
              {"gonogo docs completion bash > /etc/bash_completion.d/gonogo",
               "gonogo docs completion fish > ~/.config/fish/completions/gonogo.fish"});
  completion->callback([line, &status] {
    std::cout << CompletionScript(line->shell);
    status = 0;
  });
  AddPages(*command, line, status);
  CLI::App* const json =
      command->add_subcommand("cli-json", "print all commands and options as JSON");
  AddExamples(*json, {"gonogo docs cli-json", "gonogo docs cli-json > cli.json"});
  json->callback([json, &status] {
    std::cout << ToJson(FactsOf(Root(*json))).dump(2) << "\n";
    status = 0;
  });
}

}  // namespace gonogo
