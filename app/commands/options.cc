// Colour goes to a terminal only, and not where NO_COLOR says no.
#include "app/commands/options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "app/progress.h"
#include "core/error.h"
#include "core/text/suggestion.h"

namespace gonogo {
namespace {

bool WantsColor(bool no_color) {
  const char* const refused = std::getenv("NO_COLOR");
  return !no_color && (refused == nullptr || *refused == '\0') && isatty(STDOUT_FILENO) == 1;
}

}  // namespace

void EffortOptions::AddTo(CLI::App& command) {
  command.add_option("--jobs", jobs, "connections a side that read contents")
      ->check(CLI::Range(1, 64))
      ->capture_default_str()
      ->option_text("N");
  command
      .add_option("--max-load", max_load,
                  "wait while a server has more than N other clients at work (default: do not)")
      ->check(CLI::NonNegativeNumber)
      ->option_text("N");
}

Effort EffortOf(const EffortOptions& options) {
  return {.jobs = options.jobs, .max_load = options.max_load, .progress = ProgressLine()};
}

void OutputOptions::AddTo(CLI::App& command) {
  effort.AddTo(command);
  command.add_option("--out", out, "folder for the evidence (default: a new one in evidence/)")
      ->option_text("DIR");
  command.add_option("--check", checks, "only this check (repeatable)")->option_text("ID");
  command.add_flag("--strict", strict, "advisory findings decide too");
  command.add_flag("--json", json, "print the verdict as JSON");
  command.add_flag("--quiet", quiet, "leave out what passed");
  command.add_flag("--no-color", no_color, "no colour (also: NO_COLOR)");
}

RunOptions RunOptionsOf(const OutputOptions& options) {
  return {.phases = {},
          .checks = options.checks,
          .out = options.out,
          .strict = options.strict,
          .json = options.json,
          .style = {.color = WantsColor(options.no_color), .quiet = options.quiet},
          .effort = EffortOf(options.effort)};
}

StagedOptions StagedOptionsOf(const OutputOptions& options) {
  StagedOptions staged{
      .folder = options.out,
      .confirmations = {.given = {},
                        .terminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1},
      .jobs = options.effort.jobs,
      .json = options.json,
      .run_options = {"--jobs", std::to_string(options.effort.jobs), "--max-load",
                      std::to_string(options.effort.max_load)}};
  if (options.strict) staged.run_options.emplace_back("--strict");
  if (options.quiet) staged.run_options.emplace_back("--quiet");
  if (options.no_color) staged.run_options.emplace_back("--no-color");
  return staged;
}

std::vector<Phase> PhasesOf(const std::vector<std::string>& names) {
  std::vector<std::string> known = PhaseNames(AllPhases());
  known.emplace_back("all");
  std::vector<Phase> phases;
  for (const std::string& name : names) {
    if (name == "all") return AllPhases();
    const auto phase = PhaseNamed(name);
    if (!phase) throw PlanError("phase \"" + name + "\" is unknown" + Suggestion(name, known));
    if (std::find(phases.begin(), phases.end(), *phase) == phases.end()) phases.push_back(*phase);
  }
  return phases;
}

}  // namespace gonogo
