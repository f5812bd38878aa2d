// Every branch of a block counts as run: which one is taken, only the database knows.
#include "gates/parser/sql_block.h"

#include <pg_query.h>

#include <algorithm>
#include <optional>

#include "core/text/json.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// What the options of a DO statement say of the block.
struct BlockOptions {
  std::string language = "plpgsql";
  std::size_t begin = 0;  // where its text stands
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

// The block as PL/pgSQL's parser writes it; null where it cannot read it.
Json ParsedBlock(const std::string& statement) {
  const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(statement.c_str());
  Json functions;
  if (result.error == nullptr) functions = TryParseJson(result.plpgsql_funcs);
  pg_query_free_plpgsql_parse_result(result);
  return functions.is_array() && !functions.empty() ? functions : Json();
}

// The text that the expression of an EXECUTE is, where it is nothing but a literal.
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
            .push_back({line, literal.value_or("runs SQL that it puts together itself")});
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
  // Of a block in another language the parser makes an empty one.
  if (options.language != "plpgsql") {
    return {.unknown = {{1, "is written in " + options.language}}};
  }
  const Json functions = ParsedBlock(statement);
  if (functions.is_null()) return {.unknown = {{1, "cannot be read"}}};
  BlockReader reader(LineOf(statement, options.begin));
  reader.Walk(functions);
  return reader.Block();
}

}  // namespace gonogo
