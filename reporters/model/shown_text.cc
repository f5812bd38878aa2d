// The only file that decides which characters of a value a report shows.
#include "reporters/model/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view name;
};

// They make a reader see another text than the bytes say.
constexpr std::array<Mark, 14> kMarks = {{{"\xD8\x9C", "[U+061C]"},
                                          {"\xE2\x80\x8B", "[U+200B]"},
                                          {"\xE2\x80\x8E", "[U+200E]"},
                                          {"\xE2\x80\x8F", "[U+200F]"},
                                          {"\xE2\x80\xAA", "[U+202A]"},
                                          {"\xE2\x80\xAB", "[U+202B]"},
                                          {"\xE2\x80\xAC", "[U+202C]"},
                                          {"\xE2\x80\xAD", "[U+202D]"},
                                          {"\xE2\x80\xAE", "[U+202E]"},
                                          {"\xE2\x81\xA6", "[U+2066]"},
                                          {"\xE2\x81\xA7", "[U+2067]"},
                                          {"\xE2\x81\xA8", "[U+2068]"},
                                          {"\xE2\x81\xA9", "[U+2069]"},
                                          {"\xEF\xBB\xBF", "[U+FEFF]"}}};

std::string WithVisibleMarks(const std::string& text) {
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) > 0; });
  if (is_ascii) return text;
  std::string visible;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                   [&](const Mark& one) { return rest.starts_with(one.bytes); });
    if (mark == kMarks.end()) {
      visible += rest.front();
      rest.remove_prefix(1);
    } else {
      visible += mark->name;
      rest.remove_prefix(mark->bytes.size());
    }
  }
  return visible;
}

bool IsInsideCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string Shown(const std::string& text, std::size_t most) {
  std::string shown = WithVisibleMarks(Printable(text));
  if (shown.size() <= most) return shown;
  std::size_t end = most;
  while (end > 0 && IsInsideCharacter(shown[end])) --end;
  const std::size_t more = shown.size() - end;
  shown.resize(end);
  return fmt::format("{}... ({} more bytes)", shown, more);
}

std::string InOneLine(const std::string& text, std::size_t most) {
  std::string line = Shown(text, most);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string LogText(const std::string& text) {
  std::vector<std::string> lines = Split(WithVisibleMarks(Printable(text)), '\n');
  for (std::string& line : lines) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start != std::string::npos && line.compare(start, 2, "::") == 0 &&
        line.find("::", start + 2) != std::string::npos) {
      line.insert(start + 1, " ");
    }
    for (std::size_t at = line.find("##"); at != std::string::npos; at = line.find("##", at + 1)) {
      const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 2);
      if (end != std::string::npos && line[end] == '[') line.insert(at + 1, " ");
    }
  }
  return Join(lines, "\n");
}

std::string LogLine(const std::string& text) {
  constexpr std::size_t kMostOfLine = 4000;
  return LogText(InOneLine(text, kMostOfLine));
}

std::string Took(std::chrono::milliseconds time) {
  const std::int64_t ms = time.count();
  if (ms < 1000) return fmt::format("{} ms", ms);
  if (ms < 60'000) return fmt::format("{}.{} s", ms / 1000, ms / 100 % 10);
  if (ms < 3'600'000) return fmt::format("{} min {} s", ms / 60'000, ms / 1000 % 60);
  return fmt::format("{} h {} min", ms / 3'600'000, ms / 60'000 % 60);
}

std::string ShownTime(const std::string& utc) {
  if (!ParseUtc(utc)) return Shown(utc, 60);
  return utc.substr(0, 10) + " " + utc.substr(11, 8) + " UTC";
}

std::string Thousands(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

}  // namespace gonogo
