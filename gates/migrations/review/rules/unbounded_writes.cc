// A WHERE clause that selects every row bounds nothing: true, id = id, id IN (SELECT id FROM it).
#include "gates/migrations/review/rules/unbounded_writes.h"

#include <fmt/format.h>

#include "gates/migrations/review/rules/row_condition.h"
#include "gates/migrations/review/rules/row_scope.h"

namespace gonogo {
namespace {

constexpr const char* kBound =
    "a WHERE clause that selects some rows, and batches if it matches many";

class WriteFinder {
 public:
  void Walk(const Json& node, const RowScope& outer) {
    if (!node.is_structured()) return;
    for (const auto& [member, value] : node.items()) {
      if (!value.is_structured()) continue;
      RowScope scope(&outer);
      if (value.is_object()) scope.AddQueries(value);
      if (member == "DeleteStmt") OfDelete(value, scope);
      if (member == "UpdateStmt") OfUpdate(value, scope);
      if (member == "MergeStmt") OfMerge(value, scope);
      if (member == "InsertStmt") OfInsert(value, scope);
      if (WritesRows(member)) OfCatalogue(value);
      Walk(value, scope);
    }
  }

  std::vector<Violation> Found() { return std::move(found_); }

 private:
  static bool WritesRows(const std::string& kind) {
    return kind == "DeleteStmt" || kind == "InsertStmt" || kind == "MergeStmt" ||
           kind == "UpdateStmt";
  }

  void Add(const std::string& problem, const char* advice = kBound) {
    found_.push_back({"destructive", problem, advice});
  }

  static RowScope ScopeOf(const Json& statement, const char* others, const RowScope& outer) {
    RowScope scope(&outer);
    scope.AddRelation(statement.at("relation"));
    scope.AddFrom(statement.value(others, Json::array()));
    return scope;
  }

  static bool IsUnbounded(const Json& statement, const char* condition, const RowScope& scope) {
    return !statement.contains(condition) || SelectsEveryRow(statement[condition], scope);
  }

  // PostgreSQL checks nothing that is written to its catalogue.
  void OfCatalogue(const Json& statement) {
    const Json& relation = statement.at("relation");
    const std::string schema = relation.value("schemaname", "");
    const bool may_be = schema.empty() && relation.value("relname", "").starts_with("pg_");
    if (schema != "pg_catalog" && !may_be) return;
    Add(fmt::format("writes to the system catalogue {}", NameOf(relation)),
        "the statement that PostgreSQL has for it, such as ALTER or DROP");
  }

  void OfDelete(const Json& statement, const RowScope& outer) {
    if (!IsUnbounded(statement, "whereClause", ScopeOf(statement, "usingClause", outer))) return;
    Add("deletes every row of " + NameOf(statement.at("relation")));
  }

  void OfUpdate(const Json& statement, const RowScope& outer) {
    if (!IsUnbounded(statement, "whereClause", ScopeOf(statement, "fromClause", outer))) return;
    Add("overwrites every row of " + NameOf(statement.at("relation")));
  }

  void OfMerge(const Json& merge, const RowScope& outer) {
    RowScope scope(&outer);
    scope.AddRelation(merge.at("relation"));
    scope.AddFrom(Json::array({merge.at("sourceRelation")}));
    const bool joins_all = SelectsEveryRow(merge.at("joinCondition"), scope);
    const std::string table = NameOf(merge.at("relation"));
    for (const Json& one : merge.at("mergeWhenClauses")) {
      const Json& when = one.at("MergeWhenClause");
      const std::string does = when.at("commandType");
      if (!when.value("matched", false) || !IsUnbounded(when, "condition", scope)) continue;
      if (does == "CMD_DELETE") {
        Add((joins_all ? "deletes every row of " : "deletes every row that matches, of ") + table,
            "WHEN MATCHED AND a condition that selects some rows");
      }
      if (does == "CMD_UPDATE" && joins_all) Add("overwrites every row of " + table);
    }
  }

  // INSERT ... SELECT ... FROM the same table ON CONFLICT DO UPDATE is an UPDATE.
  void OfInsert(const Json& insert, const RowScope& outer) {
    const Json conflict = insert.value("onConflictClause", Json::object());
    const Json::json_pointer query("/selectStmt/SelectStmt");
    if (conflict.value("action", "") != "ONCONFLICT_UPDATE" || conflict.contains("whereClause") ||
        !insert.contains(query)) {
      return;
    }
    const Json& select = insert.at(query);
    RowScope scope(&outer);
    scope.AddSelect(select);
    if (!ReturnsEveryRow(select) || !IsUnbounded(select, "whereClause", scope)) return;
    const Json::json_pointer from("/fromClause/0/RangeVar");
    const bool is_same =
        select.contains(from) && NameOf(select.at(from)) == NameOf(insert.at("relation"));
    if (is_same) Add("overwrites every row of " + NameOf(insert.at("relation")));
  }

  std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> UnboundedWrites(const Json& statement, const SchemaState& schema) {
  WriteFinder finder;
  finder.Walk(statement, RowScope(schema));
  return finder.Found();
}

}  // namespace gonogo
