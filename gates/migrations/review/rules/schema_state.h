// The schema after the migrations read so far, as far as rules need it to judge the next statement.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/column_types.h"
#include "gates/migrations/review/rules/names_of_file.h"
#include "gates/migrations/review/rules/stored_code.h"

namespace gonogo {

// Returns the name of a relation ("RangeVar") as it is written: users, app.users.
std::string NameOf(const Json& relation);

class SchemaState {
 public:
  // Begins a file: the tables of earlier files are no longer new, and no transaction is open.
  void BeginFile();

  // Applies a statement: its kind ("DropStmt") and content in the parse tree.
  void Apply(const std::string& kind, const Json& statement);

  // Adds a table that the database has before the files: its columns that can't be NULL, and its
  // indexes.
  void AddTable(const std::string& schema, const std::string& table,
                const std::set<std::string>& not_null, const std::set<std::string>& indexes);

  // Returns true if this file created the table: nobody uses it yet.
  bool IsNew(const Json& relation) const;
  // Returns true if the database has the table, each time with that index.
  bool HasIndex(const Json& relation, const std::string& index) const;
  bool IsNotNull(const Json& relation, const std::string& column) const;
  // Returns true if the column has a validated CHECK (column IS NOT NULL).
  bool HasNotNullCheck(const Json& relation, const std::string& column) const;
  bool InTransaction() const { return in_transaction_; }
  // Returns the column's type before the next statement, or "" if it isn't known.
  std::string TypeOf(const Json& relation, const std::string& column) const;
  // Sets a type that the database has.
  void SetType(const std::string& schema, const std::string& table, const std::string& column,
               const std::string& type);

  // The names that the file takes away and gives.
  NamesOfFile& names() { return names_; }
  const NamesOfFile& names() const { return names_; }

  // Returns what statements run without having it in their text.
  StoredCode& code() { return code_; }

  class Branch;
  // Begins statements that may not run.
  Branch BeginBranch() const;
  // Ends them. What makes a later statement harmless doesn't count as done by them: a table that
  // they created is new only if the database doesn't have it.
  void EndBranch(const Branch& before);
  // Forgets which tables are new, because the next statements may be about other ones.
  void ForgetNewTables() { new_tables_.clear(); }

 private:
  struct NotNullCheck {
    std::set<std::string> columns;
    bool validated = false;
  };
  using NotNullChecks = std::map<std::string, NotNullCheck>;  // by constraint

  // Makes the table a new one, unless IF NOT EXISTS may leave an old one.
  void AddNew(const Json& relation, bool if_not_exists);
  bool IsKnown(const Json& relation) const;
  void Forget(const std::string& schema, const std::string& table);
  void ApplyCreateTable(const Json& create);
  void ApplyCreateAs(const Json& create);
  void ApplyTransaction(const Json& transaction);
  void ApplyAlterTable(const Json& alter);
  void ApplyConstraint(const Json& relation, const Json& constraint);
  void ApplyRename(const Json& rename);
  void ApplyDrop(const Json& drop);

  void ApplyColumn(const std::string& table, const Json& column);

  struct KnownTable {
    std::string name;
    std::set<std::string> not_null;
    std::set<std::string> indexes;
  };

  std::set<std::string> new_tables_;
  std::multimap<std::string, KnownTable> known_tables_;  // by name without schema
  ColumnTypes types_;
  NamesOfFile names_;
  StoredCode code_;
  std::map<std::string, NotNullChecks> not_null_checks_;  // by table
  bool in_transaction_ = false;
};

// What counted before statements that may not run.
class SchemaState::Branch {
  friend class SchemaState;
  std::set<std::string> new_tables_;
  std::multimap<std::string, KnownTable> known_tables_;
  std::map<std::string, NotNullChecks> not_null_checks_;
};

}  // namespace gonogo
