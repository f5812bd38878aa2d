// A program that a plan runs: a flag switch, a framework's own migration.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "core/text/environment.h"
#include "fixtures/system/process.h"

namespace gonogo {

struct PlanCommand {
  std::string name;
  std::vector<std::string> words;
  std::filesystem::path folder;
  Environment environment;  // the values of secrets stand here, and nowhere in `words`
  std::chrono::seconds timeout{300};

  // What people are shown: its words.
  std::string Describe() const;
};

// A command that has words; in a rehearsal with its rehearsal_words, so that no rehearsal switches
// what people use. Throws PlanError where it names a variable that is not set, or has no words for
// a rehearsal.
PlanCommand PlanCommandOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal);

// Runs it to its end (see RunBounded), or until a signal comes. In the output that is kept, the
// values that it was given are ***. Throws std::runtime_error where it cannot be started.
ProcessResult RunPlanCommand(const PlanCommand& command);

}  // namespace gonogo
