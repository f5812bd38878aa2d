// Stages that no fact about the application is needed for; dual-write needs some.
#include "reporters/pages/plan_stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns what somebody must type, such as COPY SHOP.
std::string Words(const std::string& verb, const std::string& name) {
  std::string words = verb + " " + name;
  std::ranges::transform(words, words.begin(), [](char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  });
  return words;
}

std::string Phrase(const std::string& verb, const std::string& name) {
  return ToText(Json(Words(verb, name)));
}

std::string StepsText(const std::vector<std::string>& files) {
  std::vector<std::string> steps;
  for (const std::string& file : files) {
    const std::string name = file.substr(file.rfind('/') + 1);
    steps.push_back(
        fmt::format(R"({{"name": {}, "file": {}}})", ToText(Json(name)), ToText(Json(file))));
  }
  return steps.size() == 1 ? "[" + steps.front() + "]"
                           : "[\n      " + Join(steps, ",\n      ") + "]";
}

std::string DumpText(const DiscoveryOptions& options) {
  std::string text = R"("method": "dump")";
  if (options.keeps_owners) text += R"(, "owners": true)";
  if (options.keeps_privileges) text += R"(, "privileges": true)";
  std::vector<std::string> roles;
  for (const auto& [from, to] : options.roles) {
    roles.push_back(ToText(Json(from)) + ": " + ToText(Json(to)));
  }
  if (!roles.empty()) text += ", \"roles\": {" + Join(roles, ", ") + "}";
  return text;
}

std::string CopyingStages(const DiscoveryOptions& options) {
  const bool by_dump = options.stages == StagesBy::kDump;
  return fmt::format(
      R"(  // `gonogo stage all` runs these stages and the checks of their phases.
  "stages": {{
    "preflight": {{}},
    {}"schema": {{{}}},
    // Stop the application first: one snapshot is copied, and what it writes later isn't.
    "backfill": {{"confirm": {}}},
    "verify": {{}},
    "gate": {{}},
    "cutover": {{
      "confirm": {},
      "commands": [
        {{"name": "nobody writes", "checks": ["fence"]}},
        {{"name": "sequences", "sequences": "target"}}
      ]
    }},
    "finalize": {{}},
    "rollback": {{}}
  }})",
      by_dump
          ? "// pg_dump's first half; indexes, constraints and triggers follow after the rows.\n"
            "    "
          : "",
      by_dump ? DumpText(options) : R"("steps": )" + StepsText(options.steps),
      ToText(Json(FirstPhrase(false, options.name))), Phrase("CUT OVER", options.name));
}

std::string StagesInPlace(const DiscoveryOptions& options) {
  return fmt::format(
      R"(  // `gonogo stage all` runs these stages and the checks of their phases.
  "stages": {{
    // Takes a backup and the baseline, with which the later checks compare.
    "preflight": {{}},
    // The migration itself.
    "schema": {{"confirm": {}, "steps": {}}},
    "verify": {{}},
    "gate": {{}},
    "cutover": {{}},
    "finalize": {{}},
    // Restores the backup: what was written since is lost.
    "rollback": {{"confirm": {}}}
  }})",
      ToText(Json(FirstPhrase(true, options.name))), StepsText(options.steps),
      Phrase("RESTORE", options.name));
}

}  // namespace

std::string FirstPhrase(bool in_place, const std::string& name) {
  return Words(in_place ? "CHANGE" : "COPY", name);
}

std::string StagesFor(const DiscoveryOptions& options) {
  if (options.stages == StagesBy::kNone) return "";
  return options.in_place ? StagesInPlace(options) : CopyingStages(options);
}

}  // namespace gonogo
