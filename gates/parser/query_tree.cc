// Compares the trees without their positions in the text.
#include "gates/parser/query_tree.h"

#include "core/text/json.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

bool IsPosition(const std::string& member) {
  return member == "location" || member == "stmt_location" || member == "stmt_len";
}

// Returns the name with which columns qualify the relation.
std::string NameOf(const Json& range) {
  if (range.contains("alias")) return range.at("alias").at("aliasname").get<std::string>();
  return range.value("relname", "");
}

void Unqualify(Json& column, const std::string& relation) {
  Json& fields = column.at("fields");
  if (fields.size() != 2 || !fields[0].contains("String") || !fields[1].contains("String")) return;
  if (fields[0]["String"].value("sval", "") == relation) fields.erase(0);
}

// Removes the qualifier `relation` from the columns of a query, but not from those of subqueries.
void UnqualifyColumns(Json& node, const std::string& relation) {
  if (!node.is_structured()) return;
  for (auto& [member, value] : node.items()) {
    if (member == "SelectStmt") continue;
    if (member == "ColumnRef") {
      Unqualify(value, relation);
    } else {
      UnqualifyColumns(value, relation);
    }
  }
}

void UnqualifyOnlyRelation(Json& select) {
  if (!select.contains("fromClause") || select["fromClause"].size() != 1) return;
  const Json& from = select["fromClause"][0];
  for (const char* const kind : {"RangeVar", "RangeFunction", "RangeSubselect"}) {
    if (from.contains(kind)) UnqualifyColumns(select, NameOf(from.at(kind)));
  }
}

// Removes positions, and writes the outermost queries as PostgreSQL 16 and newer do.
void Normalise(Json& node, bool is_outermost) {
  if (!node.is_structured()) return;
  if (node.is_object()) {
    for (auto member = node.begin(); member != node.end();) {
      member = IsPosition(member.key()) ? node.erase(member) : std::next(member);
    }
  }
  for (auto& [member, value] : node.items()) {
    const bool is_query = member == "SelectStmt";
    if (is_query && is_outermost) UnqualifyOnlyRelation(value);
    Normalise(value, is_outermost && !is_query);
  }
}

}  // namespace

bool SameQuery(const std::string& one, const std::string& other) {
  if (one == other) return true;
  ParsedSql first = ParseSql(one);
  ParsedSql second = ParseSql(other);
  if (!first.error.empty() || !second.error.empty()) return false;
  Normalise(first.statements, true);
  Normalise(second.statements, true);
  return first.statements == second.statements;
}

}  // namespace gonogo
