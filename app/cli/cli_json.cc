#include "app/cli/cli_json.h"

namespace gonogo {
namespace {

Json ToJson(const OptionFacts& option) {
  Json json = {{"names", option.names}, {"description", option.description}};
  if (!option.value.empty()) json["value"] = option.value;
  if (!option.choices.empty()) json["choices"] = option.choices;
  if (!option.variable.empty()) json["variable"] = option.variable;
  for (const auto& [key, is_set] :
       {std::pair{"positional", option.positional}, std::pair{"required", option.required},
        std::pair{"repeatable", option.repeatable}}) {
    if (is_set) json[key] = true;
  }
  return json;
}

}  // namespace

Json ToJson(const CommandFacts& command) {
  Json json = {{"command", command.name},
               {"description", command.description},
               {"options", Json::array()},
               {"commands", Json::array()}};
  for (const OptionFacts& option : command.options) json["options"].push_back(ToJson(option));
  for (const CommandFacts& below : command.commands) json["commands"].push_back(ToJson(below));
  return json;
}

}  // namespace gonogo
