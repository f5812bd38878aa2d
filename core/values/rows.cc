// Reads values without guessing: NULL, a missing column and an invalid text are errors.
#include "core/values/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

[[noreturn]] void ThrowInvalid(std::string_view column, const std::string& what) {
  throw DatabaseError(fmt::format("column {} of the answer {}", column, what), "");
}

}  // namespace

const Value& Row::Maybe(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) ThrowInvalid(column, "is missing");
  return values_.at(static_cast<std::size_t>(found - columns_.begin()));
}

const std::string& Row::Text(std::string_view column) const {
  const Value& value = Maybe(column);
  if (!value) ThrowInvalid(column, "is NULL, which may mean \"permission denied\"");
  return *value;
}

std::int64_t Row::Integer(std::string_view column) const {
  const auto number = ParseInteger(Text(column));
  if (!number) ThrowInvalid(column, "isn't an integer: " + Text(column));
  return *number;
}

bool Row::Boolean(std::string_view column) const {
  const std::string& text = Text(column);
  if (text != "t" && text != "f") ThrowInvalid(column, "isn't a boolean: " + text);
  return text == "t";
}

std::vector<std::string> Rows::Texts(std::string_view column) const {
  std::vector<std::string> texts;
  for (const Row row : *this) texts.push_back(row.Text(column));
  return texts;
}

Row Rows::Only() const {
  if (size() != 1) {
    throw DatabaseError(fmt::format("the answer has {}, want 1 row", Counted(size(), "row")), "");
  }
  return (*this)[0];
}

}  // namespace gonogo
