#include "core/plan/shown_command.h"

#include <algorithm>
#include <string_view>

namespace gonogo {
namespace {

bool IsPlainInAShell(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-./:@%+,=").find(c) != std::string_view::npos;
}

}  // namespace

std::string ShellWord(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), IsPlainInAShell)) return word;
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string PlanOptionWords(const std::string& plan_file, const std::string& env_file) {
  std::string words;
  if (!plan_file.empty()) words += " --plan " + ShellWord(plan_file);
  if (!env_file.empty()) words += " --env-file " + ShellWord(env_file);
  return words;
}

std::string ShownCommand(const std::string& words, const Plan& plan) {
  return "gonogo " + words + PlanOptionWords(plan.file, plan.env_file);
}

}  // namespace gonogo
