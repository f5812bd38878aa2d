// A changed line would otherwise be refused for its digest alone.
#include "tests/fuzz/targets/chained.h"

#include <exception>

#include "core/record/chain.h"
#include "core/text/text.h"

namespace gonogo::fuzz {

std::string ChainOf(const std::vector<Json>& lines) {
  std::string chain;
  ChainEnd end;
  for (const Json& line : lines) {
    const std::string text = ChainedText(line, end);
    chain += text + "\n";
    end = After(end, text);
  }
  return chain;
}

std::string ChainedAnew(std::string_view input) {
  std::vector<Json> lines;
  for (const std::string& text : Split(input, '\n')) {
    Json line;
    try {
      line = ParseRecord(text);
    } catch (const std::exception&) {
      continue;
    }
    if (!line.is_object()) continue;
    line.erase("seq");
    line.erase("prev");
    lines.push_back(std::move(line));
  }
  return ChainOf(lines);
}

}  // namespace gonogo::fuzz
