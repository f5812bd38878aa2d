// The program gets PATH, HOME and the variables that the plan names, and no others.
#include "stages/steps/plan_program.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/session/connection_string.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

// Shorter values (a port, `true`) aren't secrets, and masking them would make output unreadable.
constexpr std::size_t kShortestSecret = 6;

// The password of a URL as it is written there and decoded. Empty if the value isn't a URL with a
// password.
std::vector<std::string> PasswordsIn(const std::string& name, const std::string& value) {
  const std::size_t user = value.find("://");
  const std::size_t at = value.find('@');
  if (user == std::string::npos || at == std::string::npos) return {};
  const std::size_t colon = value.find(':', user + 3);
  if (colon > at) return {};
  std::vector<std::string> passwords = {value.substr(colon + 1, at - colon - 1)};
  try {
    passwords.push_back(ParseConnectionString(value, name).Option("password"));
  } catch (const PlanError&) {
    // Not a URL of a database. The undecoded password is enough.
  }
  return passwords;
}

// The values that the program gets, and the passwords in them. Longer ones come first, because a
// secret may begin with another one.
std::vector<std::string> SecretsIn(const Environment& environment) {
  std::vector<std::string> secrets;
  for (const auto& [name, value] : environment) {
    if (name == "PATH" || name == "HOME") continue;
    if (value.size() >= kShortestSecret) secrets.push_back(value);
    const auto passwords = PasswordsIn(name, value);
    secrets.insert(secrets.end(), passwords.begin(), passwords.end());
  }
  std::sort(secrets.begin(), secrets.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return secrets;
}

std::string Masked(std::string text, const Environment& environment) {
  for (const std::string& secret : SecretsIn(environment)) {
    if (secret.empty()) continue;
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
      text.replace(at, secret.size(), "***");
      at += 3;
    }
  }
  return WithoutCredentials(text);
}

Environment EnvironmentFor(const StageCommand& command, const Environment& environment) {
  Environment given;
  for (const char* name : {"PATH", "HOME"}) {
    const auto found = environment.find(name);
    if (found != environment.end()) given.insert(*found);
  }
  for (const std::string& name : command.arguments.Texts("environment")) {
    const auto found = environment.find(name);
    if (found == environment.end()) {
      throw PlanError(fmt::format("command \"{}\" needs {}, which isn't set", command.name, name));
    }
    given.insert(*found);
  }
  return given;
}

}  // namespace

PlanProgram PlanProgramOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal) {
  const char* const words = rehearsal ? "rehearsal_words" : "words";
  const Arguments& given = command.arguments;
  PlanProgram program{.words = given.Texts(words),
                      .folder = given.Text("folder"),
                      .environment = EnvironmentFor(command, environment),
                      .timeout = std::chrono::seconds(given.Integer("timeout_s"))};
  if (program.words.empty()) {
    throw PlanError(fmt::format("command \"{}\" has no {}", command.name, words));
  }
  return program;
}

ProcessResult RunPlanProgram(const PlanProgram& program) {
  ProcessResult result = RunCommand({.words = program.words, .environment = program.environment},
                                    {.folder = program.folder.string(),
                                     .whole_environment = false,
                                     .bounds = Bounds{program.timeout, WasInterrupted}});
  result.output = Masked(std::move(result.output), program.environment);
  return result;
}

}  // namespace gonogo
