// SQL text as the statements that PostgreSQL's own parser (libpg_query) sees in it.
#pragma once

#include <string>
#include <vector>

#include "core/text/json.h"

namespace gonogo {

// What the parser made of a text: its statements ("RawStmt"), or what is wrong and at which byte.
struct ParsedSql {
  Json statements = Json::array();
  std::string error;
  std::size_t error_at = 0;
};

ParsedSql ParseSql(const std::string& sql);

// One `--` comment: what follows the dashes, without blanks around it.
struct SqlComment {
  int line = 0;
  std::string text;
};

// One statement, or where `error` is not empty, what cannot be read as one.
struct SqlStatement {
  int line = 0;                      // of its first word; of an error, where the parser stopped
  std::string text;                  // from its first word on
  Json tree;                         // its kind and what it says: {"DropStmt": {...}}
  std::vector<SqlComment> comments;  // that stand on the lines directly before it
  std::string error;
};

struct SqlScript {
  std::vector<SqlStatement> statements;
  std::vector<SqlComment> loose_comments;  // directly before no statement
};

// Where the text as a whole does not parse, its statements are parsed one by one, so that one
// mistake hides nothing of what stands beside it.
SqlScript ParseScript(const std::string& text);

}  // namespace gonogo
