// Finds the SQL statements inside a DO block with PL/pgSQL's own parser (libpg_query).
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// One statement that the block runs. Line 1 is the first line of the DO statement.
struct BlockStatement {
  int line = 0;
  std::string sql;
};

struct SqlBlock {
  std::vector<BlockStatement> statements;
  // What the block runs without saying it in its text; `sql` describes it.
  std::vector<BlockStatement> unknown;
};

// Reads one whole DO statement.
SqlBlock ReadBlock(const std::string& statement);

}  // namespace gonogo
