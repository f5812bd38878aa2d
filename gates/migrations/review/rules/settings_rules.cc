// The values are compared by what they mean to the server: 'ON' is on.
#include "gates/migrations/review/rules/settings_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text/setting_value.h"
#include "gates/migrations/review/rules/constants.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

using Violations = std::vector<Violation>;

struct Hazard {
  const char* name;
  const char* safe;  // any other value is a violation
  const char* rule;
  const char* problem;
  const char* advice;
};

constexpr std::array kHazards = {
    // A backslash can hide the end of a text from this review.
    Hazard{"standard_conforming_strings", "on", "not_reviewed",
           "turns standard_conforming_strings off, so texts may end elsewhere",
           "E'...' for texts that have escapes"},
    Hazard{"session_replication_role", "origin", "destructive",
           "sets session_replication_role, which turns triggers and foreign keys off",
           "statements that keep the foreign keys"},
    Hazard{"allow_system_table_mods", "off", "destructive",
           "turns allow_system_table_mods on, so nothing protects the system catalogue",
           "the statement that PostgreSQL has for it, such as ALTER or DROP"},
    Hazard{"zero_damaged_pages", "off", "destructive",
           "turns zero_damaged_pages on, which empties pages that can't be read",
           "a restore from a backup"}};

Violations OfValue(std::string name, const std::string& value) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const Hazard& hazard : kHazards) {
    if (name != hazard.name) continue;
    const std::string meant = value == "1" ? "on" : value == "0" ? "off" : value;
    if (SettingMeaning(name, meant) == SettingMeaning(name, hazard.safe)) return {};
    return {{hazard.rule, hazard.problem, hazard.advice}};
  }
  return {};
}

void AddCalls(const Json& node, Violations& found) {
  if (!node.is_structured()) return;
  for (const auto& [member, value] : node.items()) {
    AddCalls(value, found);
    if (member != "FuncCall" || value.value("args", Json::array()).size() < 2) continue;
    if (LastName(value.at("funcname")) != "set_config") continue;
    std::ranges::move(OfValue(ConstantText(value["args"][0]), ConstantText(value["args"][1])),
                      std::back_inserter(found));
  }
}

}  // namespace

Violations OfSetting(const Json& set, const SchemaState&) {
  if (set.value("kind", "") != "VAR_SET_VALUE") return {};
  const Json values = set.value("args", Json::array());
  const auto value = values.empty() ? std::nullopt : ConstantOf(values[0]);
  const bool is_one = value && value->number && *value->number == 1;
  return OfValue(set.value("name", ""), is_one ? "1" : value ? value->text : "");
}

Violations OfStoredSetting(const Json& alter, const SchemaState& schema) {
  const Json::json_pointer set("/setstmt");
  return alter.contains(set) ? OfSetting(alter.at(set), schema) : Violations{};
}

Violations OfSystem(const Json& alter, const SchemaState&) {
  return {{"destructive",
           fmt::format("changes {} for the whole server (ALTER SYSTEM)",
                       alter.at("setstmt").value("name", "every setting")),
           "ALTER DATABASE or ALTER ROLE ... SET, or the server's own configuration"}};
}

Violations SettingCalls(const Json& tree) {
  Violations found;
  AddCalls(tree, found);
  return found;
}

}  // namespace gonogo
