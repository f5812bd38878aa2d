// The tree says what kind of statement it is; words outside brackets say where its clauses begin.
#include "gates/parser/row_finder.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/parser/sql_quotes.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// A word, a quote, or another character of a statement that is no white space.
struct SqlPiece {
  std::size_t begin = 0;
  std::size_t end = 0;
  int depth = 0;     // the number of brackets around it
  std::string word;  // in upper case; "" for quotes
};

bool IsBlank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::size_t EndOfSqlWord(std::string_view sql, std::size_t at) {
  std::size_t end = at;
  while (end < sql.size() && IsSqlWordByte(sql[end])) ++end;
  return std::max(end, at + 1);
}

std::vector<SqlPiece> PiecesOf(std::string_view sql) {
  std::vector<SqlPiece> pieces;
  int depth = 0;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t after_comment = EndOfComment(sql, at);
    if (after_comment != at || IsBlank(sql[at])) {
      at = std::max(after_comment, at + 1);
      continue;
    }
    const std::size_t after_quote = EndOfQuote(sql, at);
    if (after_quote != at) {
      pieces.push_back({at, after_quote, depth, ""});
      at = after_quote;
      continue;
    }
    if (sql[at] == ')') --depth;
    SqlPiece piece{at, EndOfSqlWord(sql, at), depth, ""};
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      piece.word += static_cast<char>(std::toupper(static_cast<unsigned char>(sql[i])));
    }
    if (sql[at] == '(') ++depth;
    at = piece.end;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

// Finds clauses of a statement: words outside all brackets.
class Clauses {
 public:
  explicit Clauses(const std::string& sql) : sql_(sql), pieces_(PiecesOf(sql)) {}

  // Returns the place of the first of these words at or after `from`, or the number of pieces.
  std::size_t Find(const std::set<std::string>& words, std::size_t from) const {
    for (std::size_t i = from; i < pieces_.size(); ++i) {
      if (pieces_[i].depth == 0 && words.contains(pieces_[i].word) && IsClause(i)) return i;
    }
    return pieces_.size();
  }

  // Returns the text from one piece up to another.
  std::string Text(std::size_t from, std::size_t to) const {
    if (from >= to) return "";
    return sql_.substr(pieces_[from].begin, pieces_[to - 1].end - pieces_[from].begin);
  }

  bool Is(std::size_t at, const char* word) const {
    return at < pieces_.size() && pieces_[at].word == word;
  }
  std::size_t size() const { return pieces_.size(); }

 private:
  // IS DISTINCT FROM begins no clause, nor does the ON of a join.
  bool IsClause(std::size_t at) const {
    if (Is(at, "FROM")) return at == 0 || !Is(at - 1, "DISTINCT");
    if (Is(at, "ON")) return Is(at + 1, "CONFLICT");
    if (!Is(at, "FOR")) return true;
    return Is(at + 1, "UPDATE") || Is(at + 1, "SHARE") || Is(at + 1, "NO") || Is(at + 1, "KEY");
  }

  const std::string& sql_;
  std::vector<SqlPiece> pieces_;
};

// Returns "SELECT * FROM relation, more WHERE condition". `begin` is where the relation begins,
// `more` the word before further relations.
std::string SelectOfChange(const Clauses& clauses, std::size_t verb, std::size_t begin,
                           const std::string& more) {
  const std::size_t all = clauses.size();
  const std::size_t returning = clauses.Find({"RETURNING"}, begin);
  const std::size_t where = std::min(clauses.Find({"WHERE"}, begin), returning);
  const std::size_t others = std::min(clauses.Find({more}, begin), where);
  const std::size_t end_of_relation = std::min({clauses.Find({"SET"}, begin), others, all});
  std::string select =
      clauses.Text(0, verb) + " SELECT * FROM " + clauses.Text(begin, end_of_relation);
  if (others < where) select += ", " + clauses.Text(others + 1, where);
  return std::string(Trim(select + " " + clauses.Text(where, returning)));
}

std::string QueryOfInsert(const std::string& sql, const Clauses& clauses) {
  const std::size_t verb = clauses.Find({"INSERT"}, 0);
  const std::size_t begin = clauses.Find({"SELECT", "TABLE"}, verb);
  if (begin == clauses.size() || clauses.Find({"WITH"}, verb) < begin) return sql;
  const std::size_t end = std::min(clauses.Find({"RETURNING"}, begin), clauses.Find({"ON"}, begin));
  return std::string(Trim(clauses.Text(0, verb) + " " + clauses.Text(begin, end)));
}

std::string WithoutLocks(const std::string& sql, const Clauses& clauses) {
  const std::size_t lock = clauses.Find({"FOR"}, 0);
  if (lock == clauses.size()) return sql;
  const std::size_t after = clauses.Find({"LIMIT", "OFFSET", "FETCH"}, lock);
  return std::string(Trim(clauses.Text(0, lock) + " " + clauses.Text(after, clauses.size())));
}

// Returns what a PREPARE prepares, which pg_stat_statements keeps with it, or else the statement.
std::string PreparedIn(const std::string& sql, const ParsedSql& parsed) {
  if (parsed.statements.size() != 1) return sql;
  if (!parsed.statements.at(0).at("stmt").contains("PrepareStmt")) return sql;
  const Clauses clauses(sql);
  return clauses.Text(clauses.Find({"AS"}, 0) + 1, clauses.size());
}

// Returns the statement as a query: see RowFinderOf.
std::string AsQuery(const std::string& sql, const Json& tree) {
  const Clauses clauses(sql);
  if (tree.contains("SelectStmt")) return WithoutLocks(sql, clauses);
  if (tree.contains("InsertStmt")) return QueryOfInsert(sql, clauses);
  if (tree.contains("UpdateStmt")) {
    const std::size_t verb = clauses.Find({"UPDATE"}, 0);
    return SelectOfChange(clauses, verb, verb + 1, "FROM");
  }
  if (tree.contains("DeleteStmt")) {
    const std::size_t verb = clauses.Find({"DELETE"}, 0);
    return SelectOfChange(clauses, verb, verb + 2, "USING");
  }
  return sql;
}

bool IsParameter(const SqlPiece& piece) {
  return piece.word.size() > 1 && piece.word[0] == '$' &&
         std::isdigit(static_cast<unsigned char>(piece.word[1])) != 0;
}

// Returns where a type begins that stands before the parameter, as in INTERVAL $1, if one does.
std::optional<std::size_t> TypeBefore(const std::vector<SqlPiece>& pieces, std::size_t parameter) {
  static const std::set<std::string> types = {"INTERVAL",    "DATE", "TIMESTAMP",
                                              "TIMESTAMPTZ", "TIME", "TIMETZ"};
  if (parameter == 0) return {};
  if (types.contains(pieces[parameter - 1].word)) return parameter - 1;
  const bool has_zone = parameter >= 4 && pieces[parameter - 1].word == "ZONE" &&
                        pieces[parameter - 2].word == "TIME" &&
                        types.contains(pieces[parameter - 4].word);
  if (!has_zone) return {};
  return parameter - 4;
}

// Numbers the parameters without gaps, and writes each as the server can read it.
std::string WithReadableParameters(const std::string& sql, bool& has_parameters) {
  const std::vector<SqlPiece> pieces = PiecesOf(sql);
  std::map<std::string, std::string> names;
  std::string readable;
  std::size_t copied = 0;
  const auto replace = [&](std::size_t begin, std::size_t end, const std::string& text) {
    readable += sql.substr(copied, begin - copied) + text;
    copied = end;
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!IsParameter(pieces[i])) continue;
    const bool is_field = i >= 2 && pieces[i - 2].word == "EXTRACT";
    if (is_field) {
      replace(pieces[i].begin, pieces[i].end, "epoch");
      continue;
    }
    const std::string& name =
        names.try_emplace(pieces[i].word, "$" + std::to_string(names.size() + 1)).first->second;
    if (const auto type = TypeBefore(pieces, i)) {
      const std::size_t begin = pieces[*type].begin;
      const std::string words = sql.substr(begin, pieces[i - 1].end - begin);
      replace(begin, pieces[i].end, "CAST(" + name + " AS " + words + ")");
    } else {
      replace(pieces[i].begin, pieces[i].end, name);
    }
  }
  has_parameters = !names.empty();
  return readable + sql.substr(copied);
}

// What the relations of a statement are.
struct RelationsRead {
  bool any = false;
  bool of_users = false;
};

void LookAtRelation(const Json& range, const std::set<std::string>& queries, RelationsRead& read) {
  const std::string schema = range.value("schemaname", "");
  const std::string name = range.value("relname", "");
  if (schema.empty() && queries.contains(name)) return;
  read.any = true;
  const bool is_catalogue = schema == "pg_catalog" || schema == "information_schema" ||
                            (schema.empty() && name.starts_with("pg_"));
  if (!is_catalogue) read.of_users = true;
}

// The relation that a statement changes is a range without the name of its kind.
void LookAtRelations(const Json& node, const std::set<std::string>& queries, RelationsRead& read) {
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) {
    const bool is_range =
        node.is_object() && (key == "RangeVar" ||
                             (key == "relation" && value.is_object() && value.contains("relname")));
    if (is_range) LookAtRelation(value, queries, read);
    LookAtRelations(value, queries, read);
  }
}

void CollectQueriesOfWith(const Json& node, std::set<std::string>& names) {
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) {
    if (node.is_object() && key == "ctename") names.insert(value.get<std::string>());
    CollectQueriesOfWith(value, names);
  }
}

bool InsertsOnlyValues(const Json& tree) {
  if (!tree.contains("InsertStmt")) return false;
  const Json& insert = tree.at("InsertStmt");
  if (!insert.contains("selectStmt")) return true;  // DEFAULT VALUES
  const Json query = insert.at("selectStmt").value("SelectStmt", Json::object());
  return query.contains("valuesLists");
}

std::string WhyNothingToPlan(const Json& tree) {
  static const std::set<std::string> kinds = {"SelectStmt", "InsertStmt", "UpdateStmt",
                                              "DeleteStmt", "MergeStmt"};
  if (tree.empty() || !kinds.contains(tree.begin().key())) return "isn't a query";
  if (tree.contains("SelectStmt") && tree.at("SelectStmt").contains("intoClause")) {
    return "isn't a query";
  }
  std::set<std::string> queries;
  CollectQueriesOfWith(tree, queries);
  RelationsRead read;
  LookAtRelations(tree, queries, read);
  if (!read.any || InsertsOnlyValues(tree)) return "reads no table";
  return read.of_users ? "" : "reads only catalogues";
}

}  // namespace

RowFinder RowFinderOf(const std::string& statement) {
  std::string text(Trim(statement));
  while (!text.empty() && (text.back() == ';' || IsBlank(text.back()))) text.pop_back();
  ParsedSql parsed = ParseSql(text);
  if (const std::string prepared = PreparedIn(text, parsed); prepared != text) {
    text = prepared;
    parsed = ParseSql(text);
  }
  RowFinder finder;
  if (parsed.error.empty()) {
    if (parsed.statements.size() != 1) return {"", "isn't a query", false};
    const Json& tree = parsed.statements.at(0).at("stmt");
    finder.why_none = WhyNothingToPlan(tree);
    if (!finder.why_none.empty()) return finder;
    text = AsQuery(text, tree);
  }
  finder.query = WithReadableParameters(text, finder.has_parameters);
  return finder;
}

std::string ShownStatement(const std::string& statement) {
  constexpr std::size_t kMost = 72;
  std::string shown;
  std::size_t end = 0;
  for (const SqlPiece& piece : PiecesOf(statement)) {
    if (!shown.empty() && piece.begin > end) shown += ' ';
    end = piece.end;
    const char first = statement[piece.begin];
    const bool is_value = (piece.word.empty() && first != '"') ||
                          std::isdigit(static_cast<unsigned char>(first)) != 0;
    shown += is_value ? "?" : statement.substr(piece.begin, piece.end - piece.begin);
    if (shown.size() > kMost) return shown.substr(0, shown.find_last_of(' ')) + " ...";
  }
  return shown;
}

}  // namespace gonogo
