// What isn't taken is left to a reader of JSON, which knows escapes and checks UTF-8.
#include "core/json/line_pieces.h"

#include <algorithm>
#include <charconv>

namespace gonogo {
namespace {

bool IsPlain(char one) { return one >= ' ' && one <= '~' && one != '"' && one != '\\'; }

}  // namespace

bool LinePieces::Take(std::string_view piece) {
  if (!rest_.starts_with(piece)) return false;
  rest_.remove_prefix(piece.size());
  return true;
}

bool LinePieces::TakeText(std::string_view& text) {
  if (!Take("\"")) return false;
  const auto end = std::find_if_not(rest_.begin(), rest_.end(), IsPlain);
  text = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
  rest_.remove_prefix(text.size());
  return Take("\"");
}

bool LinePieces::TakeText(std::string& text) {
  std::string_view taken;
  if (!TakeText(taken)) return false;
  text = taken;
  return true;
}

bool LinePieces::TakeCount(std::int64_t& count) {
  const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), count);
  const std::string_view digits = rest_.substr(0, static_cast<std::size_t>(end - rest_.data()));
  if (error != std::errc() || digits[0] == '-' || (digits[0] == '0' && digits.size() > 1)) {
    return false;
  }
  rest_.remove_prefix(digits.size());
  return true;
}

bool LinePieces::TakeTexts(std::vector<std::string>& texts) {
  if (!Take("[")) return false;
  if (Take("]")) return true;
  do {
    if (!TakeText(texts.emplace_back())) return false;
  } while (Take(","));
  return Take("]");
}

bool LinePieces::TakeFigures(std::string_view& figures) {
  const std::string_view before = rest_;
  std::vector<std::string_view> names;
  if (!Take("{")) return false;
  do {
    std::string_view name;
    if (!TakeText(name) || std::find(names.begin(), names.end(), name) != names.end()) return false;
    names.push_back(name);
    if (!Take(":") || !TakeFigure()) return false;
  } while (Take(","));
  if (!Take("}")) return false;
  figures = before.substr(0, before.size() - rest_.size());
  return true;
}

bool LinePieces::TakeFigure() {
  std::string_view text;
  std::int64_t count = 0;
  return rest_.starts_with('"') ? TakeText(text) : TakeCount(count);
}

}  // namespace gonogo
