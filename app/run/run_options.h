// The options of a run, as the command line gives them to `gonogo run` and `gonogo stage`.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "app/run/published.h"
#include "compare/passes/scan.h"
#include "core/values/phase.h"
#include "reporters/console.h"

namespace gonogo {

// How much load a comparison may put on the servers, and how it shows its progress.
struct EffortOptions {
  std::size_t jobs = 2;
  std::int64_t max_load = 0;

  void AddTo(CLI::App& command);

  // Returns the same for a scan, which shows its progress.
  Effort ForScan() const;
};

struct RunOptions {
  std::vector<Phase> phases;        // empty: all
  std::vector<std::string> checks;  // empty: all of these phases
  std::string out;                  // the folder to write to; empty: the command's default
  EffortOptions effort;
  bool strict = false;                   // advisory findings count as failures
  bool json = false;                     // standard output is one JSON document, without other text
  bool quiet = false;                    // passed cases aren't printed
  bool no_color = false;                 // even on a terminal
  bool in_stage = false;                 // a stage runs it, and says the rest
  std::vector<std::string> passed_in{};  // folders of runs in which checks passed that come before
  std::string sign_key{};                // file of the key that signs the evidence; "": nobody does
  PublishOptions publish{};

  // Adds all but the phases, which each command has in its own way. `out_description`: of --out.
  void AddTo(CLI::App& command, const std::string& out_description);

  // Add some of them.
  void AddSignKeyTo(CLI::App& command);
  void AddOutputTo(CLI::App& command);  // how the result is printed

  ConsoleStyle Style() const;
};

// Returns the arguments of a `gonogo run` with these options that prints text. It publishes
// nothing: who runs it does, because its verdict isn't all. `progress`: "": as this process shows
// it.
std::vector<std::string> ArgumentsOf(const RunOptions& options, const std::string& progress = "");

// Returns the phases with these names; "all" is every phase. Throws PlanError for an unknown name.
std::vector<Phase> PhasesOf(const std::vector<std::string>& names);

}  // namespace gonogo
