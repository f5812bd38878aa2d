// The SQL inside a DO block, as PL/pgSQL's own parser (libpg_query) sees it.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// One statement that the block runs. Lines count from 1, the first line of the block's statement.
struct BlockStatement {
  int line = 0;
  std::string sql;
};

struct SqlBlock {
  std::vector<BlockStatement> statements;
  // What is run and cannot be known from the text: in `sql`, in words.
  std::vector<BlockStatement> unknown;
};

// `statement` is one whole DO statement.
SqlBlock ReadBlock(const std::string& statement);

}  // namespace gonogo
