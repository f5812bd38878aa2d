// The options of a run. Output has colours only on a terminal, and not if NO_COLOR is set.
#include "app/run/run_options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "app/progress.h"
#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/wrapped.h"

namespace gonogo {

void EffortOptions::AddTo(CLI::App& command) {
  command.add_option("--jobs", jobs, "connections per side that read rows")
      ->check(CLI::Range(1, 64))
      ->capture_default_str()
      ->option_text("N");
  command
      .add_option("--max-load", max_load,
                  "wait while a server has more than N other active clients (default: don't wait)")
      ->check(CLI::NonNegativeNumber)
      ->option_text("N");
  AddProgressOption(command);
}

Effort EffortOptions::ForScan() const {
  return {.jobs = jobs, .max_load = max_load, .progress = ProgressLine()};
}

void RunOptions::AddTo(CLI::App& command, const std::string& out_description) {
  effort.AddTo(command);
  command.add_option("--out", out, out_description)->option_text("DIR");
  command.add_option("--check", checks, "only this check (repeatable)")->option_text("CHECK");
  AddSignKeyTo(command);
  command.add_flag("--strict", strict, "count advisory findings as failures");
  AddOutputTo(command);
  command.add_flag("--in-stage", in_stage, "a stage runs it")->group("");  // not for people
  command.add_option("--passed-in", passed_in)->group("");                 // the same
}

void RunOptions::AddSignKeyTo(CLI::App& command) {
  command.add_option("--sign-key", sign_key, "sign the evidence by this private key")
      ->envname("GONOGO_SIGN_KEY")
      ->option_text("FILE");
}

void RunOptions::AddOutputTo(CLI::App& command) {
  command.add_flag("--json", json, "print the verdict as JSON");
  command.add_flag("--quiet", quiet, "print only the verdict and what needs attention");
  command.add_flag("--no-color", no_color, "print without colours (also: NO_COLOR)");
}

ConsoleStyle RunOptions::Style() const {
  const char* const no_color_variable = std::getenv("NO_COLOR");
  const bool is_refused = no_color || (no_color_variable != nullptr && *no_color_variable != '\0');
  const bool is_terminal = isatty(STDOUT_FILENO) == 1;
  return {.color = is_terminal && !is_refused,
          .quiet = quiet,
          .in_stage = in_stage,
          .width = is_terminal ? kTerminalWidth : 0};
}

std::vector<std::string> ArgumentsOf(const RunOptions& options, const std::string& progress) {
  std::vector<std::string> arguments = PhaseNames(options.phases);
  if (!options.out.empty()) arguments.insert(arguments.end(), {"--out", options.out});
  for (const std::string& check : options.checks) {
    arguments.insert(arguments.end(), {"--check", check});
  }
  arguments.insert(arguments.end(), {"--jobs", std::to_string(options.effort.jobs), "--max-load",
                                     std::to_string(options.effort.max_load)});
  arguments.insert(arguments.end(), {"--progress", progress.empty() ? ProgressOption() : progress,
                                     "--annotations", "never"});
  if (!options.sign_key.empty())
    arguments.insert(arguments.end(), {"--sign-key", options.sign_key});
  if (options.strict) arguments.emplace_back("--strict");
  if (options.quiet) arguments.emplace_back("--quiet");
  if (options.no_color) arguments.emplace_back("--no-color");
  if (options.in_stage) arguments.emplace_back("--in-stage");
  for (const std::string& folder : options.passed_in) {
    arguments.insert(arguments.end(), {"--passed-in", folder});
  }
  return arguments;
}

std::vector<Phase> PhasesOf(const std::vector<std::string>& names) {
  std::vector<std::string> known = PhaseNames(AllPhases());
  known.emplace_back("all");
  std::vector<Phase> phases;
  for (const std::string& name : names) {
    if (name == "all") return AllPhases();
    const auto phase = PhaseNamed(name);
    if (!phase) throw PlanError(UnknownName("phase", name, known));
    if (std::find(phases.begin(), phases.end(), *phase) == phases.end()) phases.push_back(*phase);
  }
  return phases;
}

}  // namespace gonogo
