// Takes out what chains the lines, and chains them again.
#include "tests/support/chained_lines.h"

#include "core/text/text.h"

namespace gonogo::testing_support {
namespace {

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines = Split(text, '\n');
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

// A key that is given twice must stay so.
std::string Unchained(const std::string& line) {
  constexpr std::string_view kSeq = "{\"seq\":";
  const std::size_t rest = line.find(",\"", line.find("\"prev\":"));
  return line.starts_with(kSeq) ? "{" + line.substr(rest + 1) : line;
}

}  // namespace

std::string Chained(const std::string& lines) {
  std::string chained;
  ChainEnd end;
  for (const std::string& line : LinesOf(lines)) {
    const std::string bare = Unchained(line);
    std::string text = line;
    if (!TryParseJson(bare).is_discarded()) {
      text = ChainedText(Json::object(), end);
      text.back() = ',';
      text += bare.substr(1);
    }
    end = After(end, text);
    chained += text + "\n";
  }
  return chained;
}

ChainEnd EndOf(const std::string& lines) {
  ChainEnd end;
  for (const std::string& line : LinesOf(lines)) end = After(end, line);
  return end;
}

}  // namespace gonogo::testing_support
