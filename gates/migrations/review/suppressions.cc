// A comment that begins with "gonogo:" must be valid; anything else is a violation.
#include "gates/migrations/review/suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kPrefix = "gonogo:";
constexpr const char* kForm = "-- gonogo: allow <rule> because <reason>";

bool IsForGonogo(const SqlComment& comment) { return comment.text.starts_with(kPrefix); }

Violation InvalidComment(const SqlComment& comment, const std::string& problem,
                         const std::string& advice) {
  return {.rule = "suppression", .problem = problem, .advice = advice, .line = comment.line};
}

// Removes the first word from `text` and returns it.
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
    if (!IsForGonogo(comment)) continue;
    std::string_view rest = Trim(std::string_view(comment.text).substr(kPrefix.size()));
    if (TakeWord(rest) != "allow") {
      read.errors.push_back(InvalidComment(comment, "an unknown gonogo comment", kForm));
      continue;
    }
    const std::string rule = TakeWord(rest);
    const auto& rules = StatementRules();
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) {
      read.errors.push_back(InvalidComment(comment, UnknownName("rule", rule, rules), kForm));
    } else if (TakeWord(rest) != "because" || rest.empty()) {
      read.errors.push_back(
          InvalidComment(comment, fmt::format("allows {} without a reason", rule), kForm));
    } else {
      read.allowed.push_back({comment.line, rule, std::string(rest)});
    }
  }
  return read;
}

std::vector<Violation> MisplacedSuppressions(const std::vector<SqlComment>& comments) {
  std::vector<Violation> errors;
  for (const SqlComment& comment : comments) {
    if (!IsForGonogo(comment)) continue;
    errors.push_back(InvalidComment(comment,
                                    "isn't directly before a statement, so it allows nothing",
                                    "a comment on the line before the statement"));
  }
  return errors;
}

}  // namespace gonogo
