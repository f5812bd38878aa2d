// Commands of gonogo as messages and reports show them, to be pasted: they name the plan and the
// env file as whoever began was told to.
#pragma once

#include <string>

#include "core/plan/plan.h"

namespace gonogo {

// The variable with the path of the env file that was read, so that children, which inherit its
// lines and mustn't read it again, can name it.
inline constexpr const char* kEnvFileRead = "GONOGO_ENV_FILE_READ";

// Returns the word as a shell reads it: quoted if it has other than plain characters.
std::string ShellWord(const std::string& word);

// Returns " --plan shop/plan.json --env-file prod.env", without those that are empty.
std::string PlanOptionWords(const std::string& plan_file, const std::string& env_file);

// Returns "gonogo stage gate --plan shop/plan.json --env-file prod.env" for the words "stage gate".
std::string ShownCommand(const std::string& words, const Plan& plan);

}  // namespace gonogo
