// What was read is written again, and must be the same bytes. Of most lines that is known.
#include "app/proof/own_lines.h"

#include <algorithm>
#include <optional>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kChained = "{\"seq\":";

// The part of the evidence that comes next in its lines.
class Next {
 public:
  explicit Next(const Evidence& evidence) : evidence_(evidence) {}

  // Returns whether the line with that index is what gonogo writes.
  bool IsOwn(std::size_t line, std::string_view text) {
    if (evidence_.own_lines.at(line)) {
      if (line > 0) ++cases_;
      return true;
    }
    // Whoever parsed the line has compared seq and prev, but in JSON a digit may be \u0061.
    const std::optional<ChainedLine> plain = PlainChainedLine(text);
    const auto is_own = [&](const Json& json) {
      return plain && plain->members == std::string_view(ToText(json)).substr(1);
    };
    if (line == 0) return is_own(ToJson(evidence_.run));
    if (cases_ < evidence_.cases.size() && is_own(ToJson(evidence_.cases[cases_], evidence_.run))) {
      ++cases_;
      return true;
    }
    const auto& doubts = evidence_.contradictions;
    return contradictions_ < doubts.size() && is_own(ContradictionJson(doubts[contradictions_++]));
  }

 private:
  const Evidence& evidence_;
  std::size_t cases_ = 0;
  std::size_t contradictions_ = 0;
};

}  // namespace

std::int64_t FirstForeignLine(std::string_view lines, const Evidence& evidence) {
  Next next(evidence);
  for (std::size_t line = 0; !lines.empty(); ++line) {
    const std::string_view text = lines.substr(0, lines.find('\n'));
    if (!next.IsOwn(line, text)) return static_cast<std::int64_t>(line + 1);
    lines.remove_prefix(std::min(text.size() + 1, lines.size()));
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
