// A program that a plan's command runs, such as a flag switch or a framework's migration.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "core/text/environment.h"
#include "fixtures/system/process.h"

namespace gonogo {

struct PlanProgram {
  std::vector<std::string> words;
  std::filesystem::path folder;
  Environment environment;  // may hold secrets; `words` holds none
  std::chrono::seconds timeout{300};
};

// Returns the program of a kProgram command. In a rehearsal it has the rehearsal_words, so that
// nothing is switched that people use. Throws PlanError if the command names a variable that isn't
// set, or has no words for a rehearsal.
PlanProgram PlanProgramOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal);

// Runs the program until it exits, its time is up, or a signal comes (see RunCommand). Masks
// secrets in the output. Throws std::runtime_error if it can't be started.
ProcessResult RunPlanProgram(const PlanProgram& program);

}  // namespace gonogo
