// Reading a value never guesses: NULL, a missing column and an unparsable text are errors.
#include "core/values/rows.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

[[noreturn]] void Refuse(std::string_view column, const std::string& what) {
  throw DatabaseError("column " + std::string(column) + " of the answer " + what, "");
}

}  // namespace

const Value& Row::Maybe(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) Refuse(column, "is missing");
  return values_.at(static_cast<std::size_t>(found - columns_.begin()));
}

const std::string& Row::Text(std::string_view column) const {
  const Value& value = Maybe(column);
  if (!value) Refuse(column, "is NULL, which may mean \"not allowed\"");
  return *value;
}

std::int64_t Row::Integer(std::string_view column) const {
  const auto number = ParseInteger(Text(column));
  if (!number) Refuse(column, "is no integer: " + Text(column));
  return *number;
}

bool Row::Boolean(std::string_view column) const {
  const std::string& text = Text(column);
  if (text != "t" && text != "f") Refuse(column, "is no boolean: " + text);
  return text == "t";
}

std::vector<std::string> Rows::Texts(std::string_view column) const {
  std::vector<std::string> texts;
  for (const Row row : *this) texts.push_back(row.Text(column));
  return texts;
}

Row Rows::Only() const {
  if (size() != 1) {
    throw DatabaseError("the answer has " + Counted(static_cast<std::int64_t>(size()), "row") +
                            " where one was expected",
                        "");
  }
  return (*this)[0];
}

}  // namespace gonogo
