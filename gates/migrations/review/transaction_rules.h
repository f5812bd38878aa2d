// Statements that PostgreSQL refuses in a transaction, and the transactions in which migration
// tools run their files.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/files.h"
#include "gates/migrations/review/rules/violation.h"
#include "gates/parser/sql_script.h"

namespace gonogo {

// Returns what the statement does that no transaction may contain, or "".
std::string WhatNeedsNoTransaction(const std::string& kind, const Json& statement);

// The transaction of a migration tool around a statement.
struct ToolTransaction {
  std::string around = {};           // ", but Drizzle ..."; empty: none
  std::string instead = {};          // how to run a statement that needs no transaction
  std::string concurrently = {};     // what to add to the advice to do something CONCURRENTLY
  std::set<int> lines_outside = {};  // lines whose statements run without the transaction
};

// Returns the transaction in which the tool runs the file. `tool` may be empty: not known.
ToolTransaction TransactionOf(const std::string& tool, const MigrationFile& file,
                              const SqlScript& script);

}  // namespace gonogo
