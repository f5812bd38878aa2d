// Reads the expression of EXECUTE in PL/pgSQL, as far as its text is the same whatever its values.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace gonogo {

struct DynamicSql {
  std::string sql;
  // Names that stand for quoted names and values: __name_1_ for %I.
  std::map<std::string, std::string> placeholders;
};

// Returns nothing if a value can become a part of the SQL: %s, or a variable behind ||.
std::optional<DynamicSql> ReadDynamicSql(const std::string& expression);

}  // namespace gonogo
