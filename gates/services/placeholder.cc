// A random value has none of these forms, and neither has a URL or a name that somebody chose.
#include "gates/services/placeholder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>
#include <string_view>

#include "core/text/text.h"

namespace gonogo {
namespace {

bool IsOneWord(const std::string& lower) {
  static const std::set<std::string> words = {
      "...",   "changeit",    "dummy",      "example",     "fill_me_in", "fillme",
      "fixme", "insert_here", "null",       "placeholder", "replace",    "replace_this",
      "tba",   "tbd",         "to be done", "todo",        "undefined"};
  return words.contains(lower);
}

bool HasMarkedPart(const std::string& lower) {
  constexpr std::array<std::string_view, 10> kParts = {
      "change-me",  "change_me", "changeme",    "change this",  "replace-me",
      "replace_me", "replaceme", "change-this", "replace-with", "replace_with"};
  return std::ranges::any_of(
      kParts, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

// Returns true for 00000000, xxxxxxxx, 0x0000 and 00000000-0000-0000-0000-000000000000.
bool RepeatsOneCharacter(std::string text) {
  constexpr std::size_t kShortest = 8;
  if (text.starts_with("0x")) text.erase(0, 2);
  std::erase(text, '-');
  const bool is_one = !text.empty() && text.find_first_not_of(text[0]) == std::string::npos;
  const bool is_x = is_one && text[0] == 'x' && text.size() >= 3;
  return is_x || (is_one && text.size() >= kShortest);
}

}  // namespace

bool IsPlaceholder(const std::string& value) {
  std::string lower = InLowerCase(Trim(value));
  const bool is_quoted = lower.size() > 2 && lower.front() == lower.back() &&
                         (lower.front() == '"' || lower.front() == '\'');
  if (is_quoted) lower = lower.substr(1, lower.size() - 2);
  // A shell's variable or command, a template's, a word in angle brackets, "your-api-key".
  static const std::regex form(
      R"(\$\{[^}]*\}|\$\([^)]*\)|^\$[a-z_][a-z0-9_]*$|\{\{[^}]*\}\}|<[a-z_][a-z0-9_. -]*>|^%[a-z_]+%$)"
      R"(|^(todo|fixme|tbd)($|[: ])|(^|[:@]|://)your[-_][a-z]|/your_[a-z])"
      R"(|(^|[^a-z])your[-_ ]([a-z]+[-_ ])?(api|domain|host|key|password|secret|token)($|[^a-z]))");
  // A page or JSON may have places that the service fills in itself, but no variables of a shell.
  static const std::regex of_texts(R"(</|/>|^\{\s*"|^\[\s*["{\[])");
  static const std::regex variable(R"(\$\{[A-Z_][A-Z0-9_]*\})");
  if (std::regex_search(lower, of_texts)) {
    return HasMarkedPart(lower) || std::regex_search(value, variable);
  }
  return IsOneWord(lower) || HasMarkedPart(lower) || RepeatsOneCharacter(lower) ||
         std::regex_search(lower, form);
}

}  // namespace gonogo
