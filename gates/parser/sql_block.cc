// Returns the statements of all branches, because only the database knows which one runs.
#include "gates/parser/sql_block.h"

#include <fmt/format.h>
#include <pg_query.h>

#include <algorithm>
#include <optional>

#include "core/text/json.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// The options of a DO statement.
struct BlockOptions {
  std::string language = "plpgsql";
  std::size_t begin = 0;  // of the block's text, in the statement
};

BlockOptions OptionsOf(const Json& block) {
  BlockOptions options;
  for (const Json& argument : block.at("args")) {
    const Json& option = argument.at("DefElem");
    if (option.at("defname") == "as") options.begin = option.value("location", std::size_t{0});
    if (option.at("defname") == "language") {
      options.language = option.at("arg").at("String").at("sval");
    }
  }
  return options;
}

int LineOf(const std::string& text, std::size_t at) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
  return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

// Returns the block as PL/pgSQL's parser prints it, or null if it can't parse it.
Json ParsedBlock(const std::string& statement) {
  const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(statement.c_str());
  Json functions;
  if (result.error == nullptr) functions = TryParseJson(result.plpgsql_funcs);
  pg_query_free_plpgsql_parse_result(result);
  return functions.is_array() && !functions.empty() ? functions : Json();
}

// Returns the text of an EXECUTE's expression if it is only a literal.
std::optional<std::string> Literal(const std::string& expression) {
  const ParsedSql parsed = ParseSql("SELECT " + expression);
  if (parsed.statements.size() != 1) return std::nullopt;
  const Json::json_pointer text("/stmt/SelectStmt/targetList/0/ResTarget/val/A_Const/sval/sval");
  const Json& statement = parsed.statements.at(0);
  if (!statement.contains(text)) return std::nullopt;
  return statement.at(text).get<std::string>();
}

std::string QueryOf(const Json& holder, const char* member) {
  return holder.at(member).at("PLpgSQL_expr").at("query");
}

class BlockReader {
 public:
  explicit BlockReader(int first_line) : first_line_(first_line) {}

  void Walk(const Json& node) {
    if (!node.is_structured()) return;
    for (const auto& [member, value] : node.items()) {
      const int line = first_line_ - 1 + (value.is_object() ? value.value("lineno", 1) : 1);
      if (member == "PLpgSQL_stmt_execsql") {
        block_.statements.push_back({line, QueryOf(value, "sqlstmt")});
      } else if (member == "PLpgSQL_stmt_dynexecute") {
        const auto literal = Literal(QueryOf(value, "query"));
        (literal ? block_.statements : block_.unknown)
            .push_back({line, literal.value_or("runs dynamic SQL")});
      } else {
        Walk(value);
      }
    }
  }

  SqlBlock Block() { return std::move(block_); }

 private:
  const int first_line_;
  SqlBlock block_;
};

}  // namespace

SqlBlock ReadBlock(const std::string& statement) {
  const ParsedSql parsed = ParseSql(statement);
  const BlockOptions options = OptionsOf(parsed.statements.at(0).at("stmt").at("DoStmt"));
  // The parser reads a block in another language as an empty one.
  if (options.language != "plpgsql") {
    return {.unknown = {{1, fmt::format("is written in {}", options.language)}}};
  }
  const Json functions = ParsedBlock(statement);
  if (functions.is_null()) return {.unknown = {{1, "can't be parsed"}}};
  BlockReader reader(LineOf(statement, options.begin));
  reader.Walk(functions);
  return reader.Block();
}

}  // namespace gonogo
