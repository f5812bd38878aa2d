// The result of a statement: texts by column name. NULL differs from the empty text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

using Value = std::optional<std::string>;

class Row {
 public:
  Row(const std::vector<std::string>& columns, const std::vector<Value>& values)
      : columns_(columns), values_(values) {}

  // Returns nothing for NULL. For columns in which NULL has a meaning.
  const Value& Maybe(std::string_view column) const;

  // The next three throw DatabaseError if the value is NULL, which may mean "permission denied", or
  // if the text isn't a value of the type.
  const std::string& Text(std::string_view column) const;
  std::int64_t Integer(std::string_view column) const;
  bool Boolean(std::string_view column) const;

 private:
  const std::vector<std::string>& columns_;
  const std::vector<Value>& values_;
};

struct Rows {
  // Iterates over the rows: for (const Row row : rows) ...
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = Row;

    Iterator(const Rows& rows, std::size_t index) : rows_(&rows), index_(index) {}
    Row operator*() const { return (*rows_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    Iterator operator++(int) { return {*rows_, index_++}; }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const Rows* rows_;
    std::size_t index_;
  };

  std::vector<std::string> columns;
  std::vector<std::vector<Value>> values;

  bool operator==(const Rows&) const = default;

  std::size_t size() const { return values.size(); }
  bool empty() const { return values.empty(); }
  Row operator[](std::size_t index) const { return {columns, values.at(index)}; }
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  // Returns the texts of one column, row by row. Throws DatabaseError for a NULL.
  std::vector<std::string> Texts(std::string_view column) const;

  // Returns the only row. Throws DatabaseError if there isn't exactly one.
  Row Only() const;
};

}  // namespace gonogo
