// Gates name variables in many ways: {"env": NAME}, keys of maps, lists, $NAME in a command. Any
// word of the plan counts: this is to find misspelt columns, not to know what a plan reads.
#include "app/fleet/plan_variables.h"

#include <cctype>
#include <utility>

namespace gonogo {
namespace {

bool IsPartOfName(char one) { return std::isalnum(static_cast<unsigned char>(one)) || one == '_'; }

void AddWords(const std::string& text, std::set<std::string>& words) {
  std::string word;
  for (const char one : text + " ") {
    if (IsPartOfName(one)) {
      word += one;
    } else if (!word.empty()) {
      words.insert(std::exchange(word, ""));
    }
  }
}

void AddWordsOf(const Json& value, std::set<std::string>& words) {
  if (value.is_string()) AddWords(value.get<std::string>(), words);
  for (const auto& [name, member] : value.items()) {
    if (value.is_object()) AddWords(name, words);
    if (value.is_structured()) AddWordsOf(member, words);
  }
}

}  // namespace

std::set<std::string> VariablesOf(const PlanDocument& document, const Plan& plan) {
  std::set<std::string> words = {"GONOGO_MIGRATION", "GONOGO_BASELINE", "GONOGO_SIGNOFFS",
                                 "GONOGO_WAIVERS",   "PGPASSFILE",      "PGSERVICEFILE",
                                 "PGSSLROOTCERT",    "PGSSLCERT",       "PGSSLKEY"};
  AddWordsOf(document.json.value, words);
  for (const Check& check : plan.checks) AddWordsOf(check.arguments.for_reports(), words);
  return words;
}

}  // namespace gonogo
