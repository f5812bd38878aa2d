// A mark of the part to go back counts only as a whole word outside comments, because whatever is
// in that part isn't looked at.
#include "gates/migrations/review/code/code_forward.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "core/text/text.h"
#include "gates/migrations/review/code/code_words.h"
#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

void Blank(std::string& code, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (code[i] != '\n') code[i] = ' ';
  }
}

// Returns where a comment begins outside the quotes of the line, or its end.
std::size_t BeginOfComment(std::string_view line, std::string_view mark) {
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote != 0) {
      if (c == '\\') ++at;
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (line.substr(at).starts_with(mark)) {
      return at;
    }
  }
  return line.size();
}

std::string WithoutComments(const CodeParts& parts, const std::string& code) {
  std::vector<std::string> lines = Split(code, '\n');
  for (std::string& line : lines) Blank(line, BeginOfComment(line, parts.comment), line.size());
  return Join(lines, "\n");
}

std::size_t IndentationOf(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

std::size_t LineBegin(std::string_view code, std::size_t at) {
  return at == 0 ? 0 : code.rfind('\n', at - 1) + 1;
}

std::string_view LineAt(std::string_view code, std::size_t begin) {
  return code.substr(begin, code.find('\n', begin) - begin);
}

// Returns the end of the block that begins at `at`: its bracket in the line, or the next line that
// is indented no deeper.
std::size_t EndOfBlock(std::string_view code, std::size_t at) {
  const std::size_t begin = LineBegin(code, at);
  const std::string_view line = LineAt(code, begin);
  const std::size_t closing = line.rfind('}');
  if (closing != std::string_view::npos && begin + closing > at) return begin + closing;
  const std::size_t depth = IndentationOf(line);
  for (std::size_t next = begin + line.size() + 1; next < code.size();) {
    const std::string_view other = LineAt(code, next);
    if (!Trim(other).empty() && IndentationOf(other) <= depth) return next;
    next += other.size() + 1;
  }
  return code.size();
}

// Returns true if a statement of the file itself begins at `at`.
bool IsTopLevel(std::string_view code, std::size_t at) {
  return at < code.size() && (at == 0 || code[at - 1] == '\n') &&
         std::isalpha(static_cast<unsigned char>(code[at])) != 0;
}

// Returns the places where the parts begin, and whether each is to go back.
std::map<std::size_t, bool> PlacesOf(const CodeParts& parts, const std::string& code) {
  std::map<std::size_t, bool> places;
  for (const std::string_view word : parts.up) {
    ForEachWord(code, word, [&](std::size_t end) { places[end - word.size()] = false; });
  }
  for (const std::string_view word : parts.down) {
    ForEachWord(code, word, [&](std::size_t end) { places[end - word.size()] = true; });
  }
  if (!parts.ends_at_top_level) return places;
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\n') begins.push_back(i + 1);
  }
  for (const std::size_t begin : begins) {
    const auto first = places.lower_bound(begin);
    const std::size_t end = begin + LineAt(code, begin).size();
    const bool begins_a_part = first != places.end() && first->first < end;
    if (IsTopLevel(code, begin) && !begins_a_part) places[begin] = false;
  }
  return places;
}

}  // namespace

std::string ForwardPart(const CodeParts& parts, const std::string& code) {
  std::string forward = WithoutComments(parts, code);
  const std::map<std::size_t, bool> places = PlacesOf(parts, forward);
  for (auto place = places.begin(); place != places.end(); ++place) {
    const auto next = std::next(place);
    const std::size_t end = next == places.end() ? forward.size() : next->first;
    if (place->second) Blank(forward, place->first, end);
  }
  for (const std::string_view word : parts.down_block) {
    std::vector<std::size_t> ends;
    ForEachWord(forward, word, [&](std::size_t end) { ends.push_back(end); });
    for (const std::size_t end : ends) Blank(forward, end, EndOfBlock(forward, end));
  }
  return forward;
}

}  // namespace gonogo
