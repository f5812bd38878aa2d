// What was read is written again, and must be the same bytes.
#include "app/proof/own_lines.h"

#include "core/text/text.h"

namespace gonogo {

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

}  // namespace gonogo
