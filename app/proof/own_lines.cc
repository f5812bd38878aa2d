// What was read is written again, and must be the same bytes.
#include "app/proof/own_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kChained = "{\"seq\":";

// Returns what follows "seq" and "prev" in the line, or "" if gonogo would write these otherwise.
// Whoever parsed the line has compared their values, but in JSON a digit may be written as \u0061.
std::string_view MembersOf(std::string_view line, std::int64_t number) {
  const std::string start = fmt::format("{{\"seq\":{},\"prev\":\"", number);
  if (!line.starts_with(start)) return "";
  line.remove_prefix(start.size());
  const std::size_t end = line.find_first_not_of("0123456789abcdef");
  if (end == std::string_view::npos || !line.substr(end).starts_with("\",")) return "";
  return line.substr(end + 2);
}

}  // namespace

std::int64_t FirstForeignLine(const std::string& lines, const Evidence& evidence) {
  std::int64_t number = 0;
  std::size_t cases = 0;
  std::size_t contradictions = 0;
  std::string_view rest = lines;
  while (!rest.empty()) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    const std::string_view members = MembersOf(text, ++number);
    const auto is_own = [&](const Json& line) {
      return members == std::string_view(ToText(line)).substr(1);
    };
    if (number == 1) {
      if (!is_own(ToJson(evidence.run))) return number;
    } else if (cases < evidence.cases.size() &&
               is_own(ToJson(evidence.cases[cases], evidence.run))) {
      ++cases;
    } else if (contradictions < evidence.contradictions.size() &&
               is_own(ContradictionJson(evidence.contradictions[contradictions]))) {
      ++contradictions;
    } else {
      return number;
    }
  }
  return 0;
}

std::int64_t FirstForeignLine(const std::string& lines, const Ledger& ledger) {
  ChainEnd end;
  const std::vector<std::string> texts = Split(lines, '\n');
  for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
    const Json line = ToJson(ledger.lines[i]);
    const std::string own =
        IsChainedFromTheBeginning(texts[i]) ? ChainedText(line, end) : ToText(line);
    if (texts[i] != own) return end.lines + 1;
    end = After(end, texts[i]);
  }
  return 0;
}

bool IsChainedFromTheBeginning(std::string_view lines) { return lines.starts_with(kChained); }

}  // namespace gonogo
