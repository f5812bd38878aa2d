// The types of columns, as far as migrations or the database tell them.
#pragma once

#include <map>
#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns the name of a type ("TypeName") without its schema: timestamptz.
std::string TypeNameOf(const Json& type);

class ColumnTypes {
 public:
  void Set(const std::string& table, const std::string& column, const std::string& type) {
    types_[table][column] = type;
  }
  // Returns the type, or "" if it isn't known.
  std::string Of(const std::string& table, const std::string& column) const;

  void Forget(const std::string& table) { types_.erase(table); }
  void RenameTable(const std::string& from, const std::string& to);
  void RenameColumn(const std::string& table, const std::string& from, const std::string& to);

 private:
  std::map<std::string, std::map<std::string, std::string>> types_;
};

}  // namespace gonogo
