// Splits SQL text into statements with PostgreSQL's own parser (libpg_query).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/parser/psql_text.h"

namespace gonogo {

// The major version of PostgreSQL whose grammar the parser has.
std::int64_t MajorOfParser();

// The parsed statements ("RawStmt"), or the error and its byte.
struct ParsedSql {
  Json statements = Json::array();
  std::string error;  // empty: none
  std::size_t error_at = 0;
};

ParsedSql ParseSql(const std::string& sql);

// One `--` comment: the text after the dashes, trimmed.
struct SqlComment {
  int line = 0;
  std::string text;
};

// One statement. If `error` isn't empty, the text can't be parsed as one.
struct SqlStatement {
  int line = 0;           // of its first word; of an error, the line at which the parser stopped
  std::size_t begin = 0;  // the byte of its first word
  std::string text;       // from there to its end; empty if it isn't known where an error ends
  Json tree;              // by its kind: {"DropStmt": {...}}
  std::vector<SqlComment> comments;  // on the lines directly before it
  std::string error;
  // Names in the tree that stand for placeholders of psql or of a migration tool.
  std::map<std::string, std::string> placeholders;
};

struct SqlScript {
  std::vector<SqlStatement> statements;
  std::vector<SqlComment> loose_comments;  // not directly before a statement
};

// If the whole text can't be parsed, parses its statements one by one, so that one mistake doesn't
// hide the other statements.
SqlScript ParseScript(const std::string& text);

// Parses what SplitAsPsql leaves of a script. Reads placeholders as names. After text that can't be
// parsed goes on at the next line from which the rest of the statement can be.
SqlScript ParsePsqlScript(const PsqlText& text);

}  // namespace gonogo
