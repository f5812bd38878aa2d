// What was read is written again, and must be the same bytes.
#include "app/proof/own_lines.h"

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kChained = "{\"seq\":";

}  // namespace

std::int64_t FirstForeignLine(const std::string& lines, const Evidence& evidence) {
  ChainEnd end;
  std::size_t cases = 0;
  std::size_t contradictions = 0;
  std::vector<std::string> texts = Split(lines, '\n');
  texts.pop_back();
  for (const std::string& text : texts) {
    const auto is_own = [&](const Json& line) { return ChainedText(line, end) == text; };
    if (end.lines == 0) {
      if (!is_own(ToJson(evidence.run))) return 1;
    } else if (cases < evidence.cases.size() &&
               is_own(ToJson(evidence.cases[cases], evidence.run))) {
      ++cases;
    } else if (contradictions < evidence.contradictions.size() &&
               is_own(ContradictionJson(evidence.contradictions[contradictions]))) {
      ++contradictions;
    } else {
      return end.lines + 1;
    }
    end = After(end, text);
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
