// Walks the parser's tree with the tables of each query that encloses a column, and notes edits by
// their position in the text.
#include "gates/parser/column_qualifiers.h"

#include <algorithm>
#include <map>
#include <vector>

#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// What stands for a name by which a query may qualify columns.
struct Qualifier {
  std::string before;                  // goes before the name
  std::optional<std::string> instead;  // or replaces it
};

// By the name. Those that stay as they are have an empty one, because they hide others.
using Scope = std::map<std::string, Qualifier>;

struct Edit {
  std::size_t length = 0;  // of the text that is replaced
  std::string text;
};

std::string NameIn(const Json& node) {
  return node.contains("String") ? node.at("String").value("sval", "") : "";
}

std::string AliasOf(const Json& listed) {
  return listed.contains("alias") ? listed.at("alias").value("aliasname", "") : "";
}

// Returns the end of the identifier at that byte, which may be quoted.
std::size_t EndOfIdentifier(const std::string& sql, std::size_t at) {
  const bool is_quoted = at < sql.size() && sql[at] == '"';
  if (!is_quoted) return std::min(sql.find_first_of(" .,();\n", at), sql.size());
  for (std::size_t i = at + 1; i < sql.size(); ++i) {
    if (sql[i] != '"') continue;
    if (i + 1 == sql.size() || sql[i + 1] != '"') return i + 1;
    ++i;
  }
  return sql.size();
}

class Walk {
 public:
  Walk(const std::string& sql, const NewName& new_name) : sql_(sql), new_name_(new_name) {}

  void Enter(const Scope& scope) { scopes_.push_back(scope); }

  void Visit(const Json& node) {
    if (!node.is_structured()) return;
    if (node.is_array()) {
      for (const Json& element : node) Visit(element);
      return;
    }
    const Scope scope = ScopeOf(node);
    if (!scope.empty()) scopes_.push_back(scope);
    for (const auto& [member, value] : node.items()) {
      if (member == "ColumnRef") VisitColumn(value);
      Visit(value);
    }
    if (!scope.empty()) scopes_.pop_back();
  }

  // The qualifier of a table without an alias.
  Qualifier QualifierOf(const RelationName& table) const {
    if (table.schema.empty() || !new_name_(table)) return {};
    return {.before = QuoteIdentifier(table.schema) + ".", .instead = {}};
  }

  std::string Edited() const {
    std::string edited = sql_;
    for (auto at = edits_.rbegin(); at != edits_.rend(); ++at) {
      edited.replace(at->first, at->second.length, at->second.text);
    }
    return edited;
  }

 private:
  // Returns the tables of a statement, or nothing if the node isn't one.
  Scope ScopeOf(const Json& statement) {
    Scope scope;
    for (const char* const clause : {"fromClause", "usingClause"}) {
      if (!statement.contains(clause)) continue;
      for (const Json& listed : statement.at(clause)) AddListed(listed, scope);
    }
    const bool changes = statement.contains("relation") && statement.at("relation").is_object() &&
                         (statement.contains("targetList") || statement.contains("whereClause") ||
                          statement.contains("cols") || statement.contains("selectStmt"));
    if (changes) AddTable(statement.at("relation"), scope);
    return scope;
  }

  // Adds what a FROM clause lists.
  void AddListed(const Json& listed, Scope& scope) {
    for (const auto& [kind, value] : listed.items()) {
      if (kind == "RangeTableSample") {
        AddListed(value.at("relation"), scope);
        continue;
      }
      if (kind == "JoinExpr") {
        AddListed(value.at("larg"), scope);
        AddListed(value.at("rarg"), scope);
      }
      AddTable(value, scope);
    }
  }

  void AddTable(const Json& table, Scope& scope) {
    const RelationName name = {table.value("schemaname", ""), table.value("relname", "")};
    const std::string alias = AliasOf(table);
    if (alias.empty()) {
      if (!name.name.empty()) scope[name.name] = QualifierOf(name);
      return;
    }
    const std::optional<std::string> new_alias = NewAliasOf(name, alias);
    if (new_alias) ReplaceAlias(table, *new_alias);
    scope[alias] = {.before = "", .instead = new_alias};
  }

  // Returns people_1 for users_1, if users becomes people.
  std::optional<std::string> NewAliasOf(const RelationName& table, const std::string& alias) const {
    if (table.schema.empty() || !alias.starts_with(table.name + "_")) return {};
    const std::string number = alias.substr(table.name.size() + 1);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return {};
    const std::optional<std::string> name = new_name_(table);
    if (!name) return {};
    return *name + "_" + number;
  }

  // Schema, name and alias follow each other in the text: public.users users_1.
  void ReplaceAlias(const Json& table, const std::string& new_alias) {
    std::size_t at = EndOfIdentifier(sql_, table.value("location", std::size_t{0})) + 1;
    at = sql_.find_first_not_of(" \n", EndOfIdentifier(sql_, at));
    if (at != std::string::npos) Replace(at, new_alias);
  }

  void Replace(std::size_t at, const std::string& name) {
    edits_[at] = {.length = EndOfIdentifier(sql_, at) - at, .text = QuoteIdentifier(name)};
  }

  void VisitColumn(const Json& column) {
    const Json& fields = column.at("fields");
    if (fields.size() != 2) return;
    const std::string table = NameIn(fields[0]);
    const auto scope = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                    [&](const Scope& one) { return one.contains(table); });
    if (scope == scopes_.rend()) return;
    const auto& [before, instead] = scope->at(table);
    const std::size_t at = column.value("location", std::size_t{0});
    if (instead) {
      Replace(at, *instead);
    } else if (!before.empty()) {
      edits_[at] = {.length = 0, .text = before};
    }
  }

  const std::string& sql_;
  const NewName& new_name_;
  std::vector<Scope> scopes_;
  std::map<std::size_t, Edit> edits_;
};

}  // namespace

std::string WithQualifiedColumns(const std::string& sql, const RelationName& around,
                                 const NewName& new_name) {
  const ParsedSql parsed = ParseSql(sql);
  if (!parsed.error.empty()) return sql;
  Walk walk(sql, new_name);
  if (!around.name.empty()) walk.Enter({{around.name, walk.QualifierOf(around)}});
  walk.Visit(parsed.statements);
  return walk.Edited();
}

}  // namespace gonogo
