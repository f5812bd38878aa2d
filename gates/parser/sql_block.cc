// Returns the statements of all branches, because only the database knows which one runs.
#include "gates/parser/sql_block.h"

#include <fmt/format.h>
#include <pg_query.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>

#include "core/json/json.h"
#include "gates/parser/block_loops.h"
#include "gates/parser/dynamic_sql.h"
#include "gates/parser/psql_text.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// The options of a DO statement, or of a function.
struct BlockOptions {
  std::string language;
  std::size_t begin = 0;  // of the block's text, in the statement
  std::string body;       // of a function
};

BlockOptions OptionsOf(const Json& given, const std::string& language = "plpgsql") {
  BlockOptions options{.language = language, .begin = 0, .body = ""};
  for (const Json& argument : given) {
    const Json& option = argument.at("DefElem");
    if (option.at("defname") == "as") {
      const Json::json_pointer body("/arg/List/items/0/String/sval");
      options.begin = option.value("location", std::size_t{0});
      if (option.contains(body)) options.body = option.at(body);
    }
    if (option.at("defname") == "language") {
      options.language = option.at("arg").at("String").at("sval");
    }
  }
  std::ranges::transform(options.language, options.language.begin(),
                         [](unsigned char c) { return std::tolower(c); });
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

// Returns the expression of an assignment, which the parser prints whole: x := 1.
std::string Assigned(const std::string& assignment) {
  const std::size_t at = assignment.find('=');
  return at == std::string::npos ? assignment : assignment.substr(at + 1);
}

class BlockReader {
 public:
  explicit BlockReader(int first_line) : first_line_(first_line) {}

  void Walk(const Json& node, int line = 1) {
    if (!node.is_structured()) return;
    for (const auto& [member, value] : node.items()) {
      if (!value.is_structured()) continue;
      const int at = value.is_object() ? value.value("lineno", line) : line;
      if (member.starts_with("PLpgSQL_stmt_")) {
        ReadStatement(member.substr(13), value, at);
      } else if (member == "cursor_explicit_expr") {
        Add(value, at);
      } else if (member == "PLpgSQL_expr") {
        block_.expressions.push_back({LineAt(at), "SELECT " + value.value("query", "")});
      } else if (value.is_array() && IsBranch(member)) {
        WalkBranch(value, at);
      } else {
        Walk(value, at);
      }
    }
  }

  SqlBlock Block() { return std::move(block_); }

 private:
  // Those of IF, CASE and exceptions.
  static bool IsBranch(const std::string& member) {
    static const std::set<std::string> branches = {"action", "else_body", "else_stmts", "stmts",
                                                   "then_body"};
    return branches.contains(member);
  }

  int LineAt(int line) const { return first_line_ - 1 + line; }

  // `holder`: {"PLpgSQL_expr": {"query": ...}}.
  void Add(const Json& holder, int line) {
    block_.statements.push_back({LineAt(line), holder.at("PLpgSQL_expr").at("query")});
  }

  void AddDynamic(const Json& holder, int line) {
    const auto dynamic = ReadDynamicSql(holder.at("PLpgSQL_expr").at("query"));
    if (dynamic) {
      block_.statements.push_back({LineAt(line), dynamic->sql, dynamic->placeholders});
    } else {
      block_.unknown.push_back({LineAt(line), "runs dynamic SQL"});
    }
    Walk(Json::array({holder}), line);  // the expression may call functions
  }

  void AddLoops(const std::string& kind, const Json& statement, int line) {
    for (const WritingLoop& loop : WritingLoops(kind, statement)) {
      if (loop.query.empty()) {
        block_.unknown.push_back(
            {LineAt(line), loop.does + " in a loop, a batch at a time, which no WHERE bounds"});
      } else {
        block_.loops.push_back({LineAt(line), loop.query, loop.does});
      }
    }
  }

  // Reads statements that may not run.
  void WalkBranch(const Json& statements, int line) {
    block_.statements.push_back({.line = LineAt(line), .mark = BranchMark::kBegins});
    Walk(statements, line);
    block_.statements.push_back({.line = LineAt(line), .mark = BranchMark::kEnds});
  }

  void ReadStatement(const std::string& kind, Json statement, int line) {
    if (IsLoop(kind)) AddLoops(kind, statement, line);
    const bool is_dynamic = kind == "dynexecute" || kind == "dynfors";
    if (kind == "assign") {
      Json& query = statement["expr"]["PLpgSQL_expr"]["query"];
      query = Assigned(query.get<std::string>());
    }
    for (const char* const member : {"sqlstmt", "query", "dynquery", "expr"}) {
      const bool is_statement =
          std::string_view(member) != "expr" || kind == "call" || kind == "perform";
      if (!statement.contains(member) || !is_statement) continue;
      if (is_dynamic || std::string_view(member) == "dynquery") {
        AddDynamic(statement[member], line);
      } else {
        Add(statement[member], line);
      }
      statement.erase(member);
    }
    const bool may_fail = kind == "block" && statement.contains("exceptions");
    if ((may_fail || IsLoop(kind)) && statement.contains("body")) {
      WalkBranch(statement["body"], line);
      statement.erase("body");
    }
    Walk(statement, line);
  }

  const int first_line_;
  SqlBlock block_;
};

// Words without which a block changes no table.
bool MayChangeSomething(const std::string& text) {
  static const std::set<std::string> words = {
      "ALTER",  "CALL", "CLUSTER", "COPY",    "CREATE",  "DELETE",  "DO",       "DROP",   "EXECUTE",
      "INSERT", "LOCK", "MERGE",   "PERFORM", "REFRESH", "REINDEX", "TRUNCATE", "UPDATE", "VACUUM"};
  std::string bare = text;
  std::ranges::replace_if(
      bare, [](char c) { return c == '\'' || c == '"' || c == '$'; }, ' ');
  const std::vector<std::string> found = WordsOfSql(bare);
  return std::ranges::any_of(found, [](const std::string& word) { return words.contains(word); });
}

SqlBlock ReadPlpgsql(const std::string& statement, std::size_t begin) {
  const Json functions = ParsedBlock(statement);
  if (functions.is_null()) {
    if (!MayChangeSomething(statement.substr(begin))) return {};
    return {.unknown = {{1, "can't be parsed"}}};
  }
  BlockReader reader(LineOf(statement, begin));
  reader.Walk(functions);
  return reader.Block();
}

// Reads the body of a function in the language sql: a text, or parsed statements.
SqlBlock ReadSqlBody(const Json& create, const std::string& body) {
  SqlBlock block;
  const Json parsed = create.value("sql_body", Json());
  if (parsed.is_null()) {
    block.statements.push_back({1, body});
  } else if (parsed.contains("List")) {
    for (const Json& list : parsed["List"].value("items", Json::array())) {
      for (const Json& one : list.at("List").at("items")) block.trees.push_back(one);
    }
  } else {
    block.trees.push_back(parsed);
  }
  return block;
}

}  // namespace

SqlBlock ReadBlock(const std::string& statement) {
  const ParsedSql parsed = ParseSql(statement);
  const BlockOptions options =
      OptionsOf(parsed.statements.at(0).at("stmt").at("DoStmt").at("args"));
  // The parser reads a block in another language as an empty one.
  if (options.language != "plpgsql") {
    return {.unknown = {{1, fmt::format("is written in {}", options.language)}}};
  }
  return ReadPlpgsql(statement, options.begin);
}

SqlBlock ReadRoutine(const std::string& statement) {
  const ParsedSql parsed = ParseSql(statement);
  const Json::json_pointer place("/stmt/CreateFunctionStmt");
  if (parsed.statements.size() != 1 || !parsed.statements.at(0).contains(place)) {
    return {.unknown = {{1, "can't be parsed"}}};
  }
  const Json& create = parsed.statements.at(0).at(place);
  const BlockOptions options = OptionsOf(create.value("options", Json::array()), "sql");
  if (options.language == "sql") return ReadSqlBody(create, options.body);
  if (options.language == "plpgsql") return ReadPlpgsql(statement, options.begin);
  return {.unknown = {{1, fmt::format("is written in {}", options.language)}}};
}

}  // namespace gonogo
