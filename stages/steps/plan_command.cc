// A command of a plan has the environment that the plan names and no other; what it prints is kept
// without the values that it was given.
#include "stages/steps/plan_command.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/session/connection_string.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

// Shorter values (a port, `true`) are no secrets, and masking them would make output unreadable.
constexpr std::size_t kShortestSecret = 6;

// What must not be seen: the values that a command is given, and the passwords in those that are
// URLs, as they stand there and as they are meant; longer ones first, since one may begin another.
std::vector<std::string> SecretsIn(const Environment& environment) {
  std::vector<std::string> secrets;
  for (const auto& [name, value] : environment) {
    if (name == "PATH" || name == "HOME") continue;
    if (value.size() >= kShortestSecret) secrets.push_back(value);
    const std::size_t user = value.find("://");
    const std::size_t at = value.find('@');
    if (user == std::string::npos || at == std::string::npos) continue;
    const std::size_t colon = value.find(':', user + 3);
    if (colon > at) continue;
    secrets.push_back(value.substr(colon + 1, at - colon - 1));
    try {
      secrets.push_back(ParseConnectionString(value, name).Option("password"));
    } catch (const PlanError&) {
      // A URL of something else: its password is masked as it stands there.
    }
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

Environment GivenTo(const Arguments& command, const Environment& environment) {
  Environment given;
  for (const char* name : {"PATH", "HOME"}) {
    const auto found = environment.find(name);
    if (found != environment.end()) given.insert(*found);
  }
  for (const std::string& name : command.Texts("environment")) {
    const auto found = environment.find(name);
    if (found == environment.end()) {
      throw PlanError("command \"" + command.Text("name") + "\" needs " + name +
                      ", which is not set");
    }
    given.insert(*found);
  }
  return given;
}

}  // namespace

std::string PlanCommand::Describe() const { return Join(words, " "); }

PlanCommand PlanCommandOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal) {
  const char* const words = rehearsal ? "rehearsal_words" : "words";
  const Arguments& given = command.arguments;
  PlanCommand program{.name = command.name,
                      .words = given.Texts(words),
                      .folder = given.Text("folder"),
                      .environment = GivenTo(given, environment),
                      .timeout = std::chrono::seconds(given.Integer("timeout_s"))};
  if (program.words.empty()) {
    throw PlanError("command \"" + command.name + "\" has no " + words);
  }
  return program;
}

ProcessResult RunPlanCommand(const PlanCommand& command) {
  ProcessResult end = RunBounded({.words = command.words, .environment = command.environment},
                                 {.folder = command.folder.string(),
                                  .whole_environment = false,
                                  .bounds = {command.timeout, WasInterrupted}});
  end.output = Masked(std::move(end.output), command.environment);
  return end;
}

}  // namespace gonogo
