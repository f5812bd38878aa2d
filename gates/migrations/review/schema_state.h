// The schema after the migrations read so far, as far as rules need it to judge the next statement.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "gates/migrations/review/column_types.h"

namespace gonogo {

// Returns the name of a relation ("RangeVar") as it is written: users, app.users.
std::string NameOf(const Json& relation);

class SchemaState {
 public:
  // Begins a file: the tables of earlier files are no longer new, and no transaction is open.
  void BeginFile();

  // Applies a statement: its kind ("DropStmt") and content in the parse tree.
  void Apply(const std::string& kind, const Json& statement);

  // Returns true if this file created the table: nobody uses it yet.
  bool IsNew(const Json& relation) const;
  // Returns true if the column has a validated CHECK (column IS NOT NULL).
  bool HasNotNullCheck(const Json& relation, const std::string& column) const;
  bool InTransaction() const { return in_transaction_; }
  // Returns the column's type before the next statement, or "" if it isn't known.
  std::string TypeOf(const Json& relation, const std::string& column) const;
  // Sets a type that the database has.
  void SetType(const std::string& schema, const std::string& table, const std::string& column,
               const std::string& type);

 private:
  struct NotNullCheck {
    std::set<std::string> columns;
    bool validated = false;
  };

  void ApplyCreateTable(const Json& create);
  void ApplyAlterTable(const Json& alter);
  void ApplyConstraint(const Json& relation, const Json& constraint);
  void ApplyRename(const Json& rename);
  void ApplyDrop(const Json& drop);

  void ApplyColumn(const std::string& table, const Json& column);

  std::set<std::string> new_tables_;
  ColumnTypes types_;
  // By table and constraint.
  std::map<std::string, std::map<std::string, NotNullCheck>> not_null_checks_;
  bool in_transaction_ = false;
};

}  // namespace gonogo
