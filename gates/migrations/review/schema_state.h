// What the migrations of a service have said so far, as far as it tells whether the next statement
// is safe.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/text/json.h"

namespace gonogo {

// A relation ("RangeVar") by name, as people write it: app.users.
std::string NameOf(const Json& relation);

class SchemaState {
 public:
  // The tables that were made so far are no longer new, and a transaction does not outlive a file.
  void BeginFile();

  // `kind` and `statement` as in the parse tree: "DropStmt" and what it says.
  void Take(const std::string& kind, const Json& statement);

  // Whether this file made the table: nobody uses it yet, and it holds what the file put there.
  bool IsNew(const Json& relation) const;
  // Whether a CHECK that was validated lets no NULL into the column.
  bool IsProvenNotNull(const Json& relation, const std::string& column) const;
  bool InTransaction() const { return in_transaction_; }

 private:
  struct Proof {
    std::set<std::string> columns;  // that hold no NULL
    bool validated = false;
  };

  void TakeTable(const Json& create);
  void TakeAlteration(const Json& alter);
  void TakeConstraint(const Json& relation, const Json& constraint);
  void TakeRename(const Json& rename);
  void TakeDrop(const Json& drop);

  std::set<std::string> new_tables_;
  std::map<std::string, std::map<std::string, Proof>> proofs_;  // by table and constraint
  bool in_transaction_ = false;
};

}  // namespace gonogo
