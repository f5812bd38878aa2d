// SQL of other people: split, parsed and compared, but never run.
#include <string>

#include "gates/parser/changing_columns.h"
#include "gates/parser/check_query.h"
#include "gates/parser/dynamic_sql.h"
#include "gates/parser/normal_tree.h"
#include "gates/parser/placeholders.h"
#include "gates/parser/psql_text.h"
#include "gates/parser/sql_block.h"
#include "gates/parser/sql_script.h"
#include "gates/parser/sql_tokens.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

void RequireInside(const SqlScript& script, const std::string& text) {
  for (const SqlStatement& statement : script.statements) {
    Require(statement.begin <= text.size(), "a statement begins behind the text");
    Require(statement.line >= 0, "a statement is on no line");
    Require(!statement.error.empty() || statement.tree.is_object(),
            "a statement has neither a tree nor an error");
  }
}

void ReadCode(const SqlScript& script) {
  for (const SqlStatement& statement : script.statements) {
    if (statement.tree.contains("DoStmt")) ReadBlock(statement.text);
    if (statement.tree.contains("CreateFunctionStmt")) ReadRoutine(statement.text);
  }
}

void ReadScripts(const std::string& text) {
  const PsqlText psql = SplitAsPsql(text);
  Require(psql.sql.size() == text.size(), "without psql's commands, the text has another length");
  for (const ScriptPart& part : psql.parts) {
    Require(part.begin <= part.end && part.end <= text.size(), "a part isn't of the text");
  }
  RequireInside(ParsePsqlScript(psql), text);
  const SqlScript script = ParseScript(text);
  RequireInside(script, text);
  ReadCode(script);
}

void ReadDefinitions(const std::string& text) {
  const char* at = text.data();
  for (const std::string_view token : SqlTokens(text)) {
    Require(!token.empty() && token.data() >= at, "tokens overlap");
    at = token.data() + token.size();
  }
  Require(at <= text.data() + text.size(), "a token isn't of the text");
  Require(NormalTree(text) == NormalTree(text), "a definition differs from itself");
  NormalTokens(text);
  WithoutKeywordQuotes(text);
  WithoutDefaults(text);
}

}  // namespace

void FeedSql(std::string_view input) {
  const std::string text(input);
  ReadScripts(text);
  ReadDefinitions(text);
  ReadDynamicSql(text);
  std::map<std::string, std::string> names;
  Require(WithoutPlaceholders(text, names).size() == text.size(),
          "without placeholders, the text has another length");
  const bool is_check = WhyNoCheckByRows(text).empty();
  Require(!is_check || WhyNoQuery(text).empty(), "what is no query is a check");
  WordsOfSql(text);
}

}  // namespace gonogo::fuzz
