// The library knows how to print help, and how to parse. Everything else reads these values.
#include "app/cli/command_tree.h"

#include "app/cli/command_words.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// The library keeps the choices of an option only as the end of its type: "TEXT:{dump,none}".
std::vector<std::string> ChoicesOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{');
  const std::size_t end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return Split(type.substr(begin + 1, end - begin - 1), ',');
}

std::string ValueNameOf(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "";
  if (option.get_positional()) return option.get_single_name();
  if (!option.get_option_text().empty()) return option.get_option_text();
  return "TEXT";
}

OptionFacts FactsOf(const CLI::Option& option) {
  OptionFacts facts{.names = {},
                    .value = ValueNameOf(option),
                    .choices = ChoicesOf(option),
                    .variable = option.get_envname(),
                    .description = option.get_description(),
                    .positional = option.get_positional(),
                    .required = option.get_required(),
                    .repeatable = option.get_items_expected_max() > 1};
  for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
  if (facts.names.empty()) facts.names.push_back(option.get_single_name());
  return facts;
}

}  // namespace

CommandFacts FactsOf(const CLI::App& command) {
  CommandFacts facts{.name = NameOf(command),
                     .description = command.get_description(),
                     .footer = command.get_footer(),
                     .options = {},
                     .commands = {}};
  for (const CLI::Option* option : command.get_options()) {
    // Without a group no help page shows it: it is for gonogo itself.
    if (!option->get_group().empty()) facts.options.push_back(FactsOf(*option));
  }
  for (const CLI::App* below : command.get_subcommands({})) {
    facts.commands.push_back(FactsOf(*below));
  }
  return facts;
}

std::vector<const CommandFacts*> AllCommands(const CommandFacts& command) {
  std::vector<const CommandFacts*> all = {&command};
  for (const CommandFacts& below : command.commands) {
    const auto more = AllCommands(below);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace gonogo
