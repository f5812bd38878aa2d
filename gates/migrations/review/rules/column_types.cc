// What isn't known stays unknown: a column of a table that was made LIKE another one, for example.
#include "gates/migrations/review/rules/column_types.h"

#include <utility>

#include "gates/parser/qualified_name.h"

namespace gonogo {

std::string TypeNameOf(const Json& type) {
  const Json names = type.value("names", Json::array());
  return names.empty() ? "" : LastName(names);
}

std::string ColumnTypes::Of(const std::string& table, const std::string& column) const {
  const auto columns = types_.find(table);
  if (columns == types_.end()) return "";
  const auto found = columns->second.find(column);
  return found == columns->second.end() ? "" : found->second;
}

void ColumnTypes::RenameTable(const std::string& from, const std::string& to) {
  auto columns = types_.extract(from);
  types_.erase(to);
  if (columns.empty()) return;
  columns.key() = to;
  types_.insert(std::move(columns));
}

void ColumnTypes::RenameColumn(const std::string& table, const std::string& from,
                               const std::string& to) {
  const std::string type = Of(table, from);
  types_[table].erase(from);
  if (!type.empty()) types_[table][to] = type;
}

}  // namespace gonogo
