// A comment that says "gonogo:" means something: what cannot be understood is a fault.
#include "gates/migrations/review/suppressions.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kAddress = "gonogo:";
constexpr const char* kForm = "-- gonogo: allow <rule> because <reason>";

bool IsAddressed(const SqlComment& comment) { return comment.text.starts_with(kAddress); }

Breach Fault(const SqlComment& comment, const std::string& what, const std::string& instead) {
  return {.rule = "suppression", .does = what, .instead = instead, .line = comment.line};
}

// The first word of `text`, which loses it.
std::string TakeWord(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string word(text.substr(0, end));
  text = Trim(text.substr(end));
  return word;
}

}  // namespace

Suppressions ReadSuppressions(const std::vector<SqlComment>& comments) {
  Suppressions read;
  for (const SqlComment& comment : comments) {
    if (!IsAddressed(comment)) continue;
    std::string_view rest = Trim(std::string_view(comment.text).substr(kAddress.size()));
    if (TakeWord(rest) != "allow") {
      read.faults.push_back(Fault(comment, "a comment to gonogo that it does not know", kForm));
      continue;
    }
    const std::string rule = TakeWord(rest);
    const auto& rules = StatementRules();
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) {
      read.faults.push_back(Fault(
          comment, "allows \"" + rule + "\", which is no rule" + Suggestion(rule, rules), kForm));
    } else if (TakeWord(rest) != "because" || rest.empty()) {
      read.faults.push_back(Fault(comment, "allows " + rule + " without a reason", kForm));
    } else {
      read.allowed.push_back({comment.line, rule, std::string(rest)});
    }
  }
  return read;
}

std::vector<Breach> MisplacedSuppressions(const std::vector<SqlComment>& comments) {
  std::vector<Breach> faults;
  for (const SqlComment& comment : comments) {
    if (!IsAddressed(comment)) continue;
    faults.push_back(Fault(comment, "stands directly before no statement, and allows nothing",
                           "on a line of its own, directly before the statement"));
  }
  return faults;
}

}  // namespace gonogo
