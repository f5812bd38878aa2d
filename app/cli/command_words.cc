#include "app/cli/command_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

using Words = std::vector<std::string>;

std::vector<const CLI::App*> CommandsOf(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

Words NamesOf(const std::vector<const CLI::App*>& commands) {
  Words names;
  for (const CLI::App* command : commands) names.push_back(command->get_name());
  return names;
}

bool IsOption(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

// Whether the command takes words that aren't commands, as `gates row_count`.
bool TakesWords(const CLI::App& command) {
  return !command.get_options([](const CLI::Option* option) { return option->get_positional(); })
              .empty();
}

bool HasCommand(const CLI::App& app, const std::string& name) {
  const Words names = NamesOf(CommandsOf(app));
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Returns the command that the words name, such as that of `plan discover`. Throws PlanError if
// they name none.
const CLI::App& CommandOf(const CLI::App& app, const Words& words) {
  const CLI::App* command = &app;
  for (const std::string& word : words) {
    if (CommandsOf(*command).empty()) break;
    if (TakesWords(*command) && !HasCommand(*command, word)) break;
    if (!IsOption(word)) command = &CommandNamed(*command, word);
  }
  return *command;
}

// Returns the long options of the command and of those that it belongs to.
Words OptionsOf(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  Words names = parent == nullptr ? Words() : OptionsOf(*parent);
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// Returns the message of a ParseError as a part of a sentence, with the variable that does as well.
std::string CauseOf(const CLI::App& command, const std::string& message) {
  const std::size_t end = message.find(" is required");
  if (end == std::string::npos) return message;
  const CLI::Option* const option = command.get_option_no_throw(message.substr(0, end));
  const std::string variable = option == nullptr ? "" : option->get_envname();
  return variable.empty() ? message : message + ", or the variable " + variable;
}

}  // namespace

const CLI::App& CommandNamed(const CLI::App& app, const std::string& name) {
  const auto commands = CommandsOf(app);
  for (const CLI::App* command : commands) {
    if (command->get_name() == name) return *command;
  }
  throw PlanError(UnknownName("command", name, NamesOf(commands)));
}

std::string NameOf(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  return (parent == nullptr ? "" : NameOf(*parent) + " ") + command.get_name();
}

std::optional<std::string> HelpAskedFor(const CLI::App& app, const Words& words) {
  if (words.empty() || words.front() != "help") return std::nullopt;
  const CLI::App& command = CommandOf(app, Words(words.begin() + 1, words.end()));
  const CLI::App* const parent = command.get_parent();
  return command.help(parent == nullptr ? "" : NameOf(*parent));
}

void RequireKnownWords(const CLI::App& app, const Words& words) {
  const CLI::App& command = CommandOf(app, words);
  const Words known = OptionsOf(command);
  for (const std::string& word : words) {
    if (word == "--") break;
    const std::string name = word.substr(0, word.find('='));
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (name.starts_with("--") && !is_known) {
      throw PlanError(UnknownName("option", name, known));
    }
  }
}

std::string Describe(const CLI::App& app, const CLI::ParseError& error, const Words& words) {
  const CLI::App& command = CommandOf(app, words);
  const std::string name = NameOf(command);
  if (!CommandsOf(command).empty() && !TakesWords(command)) {
    return fmt::format("{} needs a command: {}", name, Join(NamesOf(CommandsOf(command)), ", "));
  }
  return fmt::format("{}: {}; see {} --help", name.substr(name.find(' ') + 1),
                     CauseOf(command, error.what()), name);
}

}  // namespace gonogo
