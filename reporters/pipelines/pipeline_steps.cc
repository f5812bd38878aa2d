// Shell is that of POSIX, since hosts differ in what else they have.
#include "reporters/pipelines/pipeline_steps.h"

#include <array>
#include <stdexcept>
#include <string_view>

#include "core/text/text.h"
#include "reporters/pipelines/form_text.h"
#include "reporters/pipelines/pipeline_texts.h"

namespace gonogo {
namespace {

struct PipelineCommand {
  std::string_view name;  // of its file in shell/, too
  std::string_view title;
  bool is_guarded;  // it reads production: somebody must confirm it
  bool judges;      // its exit status is a verdict, which is published
};

constexpr std::array kCommands = {
    PipelineCommand{"lint", "Check the plan", false, false},
    PipelineCommand{"rehearse", "Rehearse", false, true},
    PipelineCommand{"gate", "Judge production", true, true},
    PipelineCommand{"shard", "Judge a part of production", true, false},
    PipelineCommand{"merge", "Judge production", false, true},
};

const PipelineCommand& CommandCalled(const std::string& name) {
  for (const PipelineCommand& command : kCommands) {
    if (command.name == name) return command;
  }
  throw std::out_of_range("no command of pipelines: " + name);
}

std::string ShellOf(const std::string& name) { return PipelineTexts().at("shell/" + name + ".sh"); }

std::string Publishing(const PublishedBy& by) {
  std::string text = Replaced(ShellOf("publish"), "@outputs@", by.outputs);
  if (!by.summary.empty()) text += ShellOf(by.summary);
  return text + "exit \"$status\"\n";
}

std::string ShellOf(const PipelineCommand& command, const PublishedBy& by) {
  const std::string own = ShellOf(std::string(command.name));
  return command.judges ? "status=0\n" + own + Publishing(by) : own;
}

std::string Indented(const std::string& text, const std::string& by) {
  std::string indented;
  for (const std::string& line : Split(text, '\n')) {
    if (!line.empty()) indented += by + line + "\n";
  }
  return indented;
}

}  // namespace

std::vector<std::string> PipelineCommands() {
  std::vector<std::string> names;
  for (const PipelineCommand& command : kCommands) names.emplace_back(command.name);
  return names;
}

std::string TitleOf(const std::string& command) {
  return std::string(CommandCalled(command).title);
}

std::vector<PipelineStep> StepsOf(const std::string& command, const PublishedBy& by) {
  const PipelineCommand& called = CommandCalled(command);
  std::vector<PipelineStep> steps;
  if (called.is_guarded) {
    steps.push_back({.title = "Confirm", .shell = ShellOf("guard"), .has_secrets = true});
  }
  steps.push_back({.title = "Install gonogo", .shell = ShellOf("install")});
  steps.push_back({.title = std::string(called.title),
                   .shell = ShellOf(called, by),
                   .has_secrets = called.is_guarded});
  return steps;
}

std::string ShellOfAnyCommand(const PublishedBy& by) {
  std::string text = "status=0\ncase \"$COMMAND\" in\n";
  for (const PipelineCommand& command : kCommands) {
    text += "  " + std::string(command.name) + ")\n";
    text += Indented(ShellOf(std::string(command.name)), "    ") + "    ;;\n";
  }
  text += "  *)\n    echo \"gonogo: command $COMMAND is unknown\" >&2\n    exit 2\n    ;;\nesac\n";
  return text + Publishing(by);
}

}  // namespace gonogo
