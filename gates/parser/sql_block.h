// Finds the SQL statements inside DO blocks and functions with PL/pgSQL's own parser (libpg_query).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

// Around statements that may not run: those of IF, CASE, loops and blocks with exceptions.
enum class BranchMark { kNone, kBegins, kEnds };

// One statement that the block runs, or a mark. Line 1 is the first line of the DO statement.
struct BlockStatement {
  int line = 0;
  std::string sql = {};
  std::map<std::string, std::string> placeholders = {};  // of dynamic SQL
  BranchMark mark = BranchMark::kNone;
};

// A loop that writes for each row of a query.
struct BlockLoop {
  int line = 0;
  std::string query;
  std::string does;  // "deletes" or "overwrites rows"
};

struct SqlBlock {
  std::vector<BlockStatement> statements;
  std::vector<BlockStatement> expressions;  // SELECT and each expression, which may call functions
  std::vector<Json> trees;                  // parsed statements, of BEGIN ATOMIC
  std::vector<BlockLoop> loops;
  // What the block runs without saying it in its text; `sql` describes it.
  std::vector<BlockStatement> unknown;
};

// Reads one whole DO statement.
SqlBlock ReadBlock(const std::string& statement);

// Reads one whole CREATE FUNCTION or CREATE PROCEDURE statement.
SqlBlock ReadRoutine(const std::string& statement);

}  // namespace gonogo
