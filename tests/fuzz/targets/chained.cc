// A changed line would otherwise be refused for its digest alone.
#include "tests/fuzz/targets/chained.h"

#include <exception>

#include "core/record/chain.h"
#include "core/text/text.h"

namespace gonogo::fuzz {

std::string ChainedAnew(std::string_view input) {
  std::string chained;
  ChainEnd end;
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
    const std::string anew = ChainedText(line, end);
    chained += anew + "\n";
    end = After(end, anew);
  }
  return chained;
}

}  // namespace gonogo::fuzz
