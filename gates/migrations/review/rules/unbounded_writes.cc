// A WHERE clause that selects every row bounds nothing: true, id = id, id IN (SELECT id FROM it).
#include "gates/migrations/review/rules/unbounded_writes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

  // Returns the rows that a WHEN clause writes: "that matches", "without a match", or "" for none.
  // A parser older than PostgreSQL 17's knows only one kind of row without a match, that of the
  // source.
  static std::string RowsOf(const Json& when) {
    const std::string kind = when.value("matchKind", "");
    if (kind == "MERGE_WHEN_NOT_MATCHED_BY_SOURCE") return "without a match";
    return kind == "MERGE_WHEN_MATCHED" || when.value("matched", false) ? "that matches" : "";
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
      const std::string rows = RowsOf(when);
      if (rows.empty() || !IsUnbounded(when, "condition", scope)) continue;
      const std::string all = joins_all ? "every row of " : "every row " + rows + ", of ";
      if (does == "CMD_DELETE") {
        Add("deletes " + all + table, "WHEN ... AND a condition that selects some rows");
      }
      // A join bounds which rows match, not which rows don't.
      const bool all_change = joins_all || rows == "without a match";
      if (does == "CMD_UPDATE" && all_change) Add("overwrites " + all + table);
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

class ReadFinder {
 public:
  explicit ReadFinder(const SchemaState& schema) : schema_(schema) {}

  bool ReadsAll(const Json& select) {
    AddQueries(select);
    if (select.value("op", "SETOP_NONE") != "SETOP_NONE") {
      return ReadsAll(select.at("larg")) || ReadsAll(select.at("rarg"));
    }
    if (ChoosesRows(select)) return false;
    if (!select.contains("fromClause")) return HasSubquery(select.value("targetList", Json()));
    return AnyReadsAll(select["fromClause"]);
  }

 private:
  void AddQueries(const Json& select) {
    const Json::json_pointer ctes("/withClause/ctes");
    if (!select.contains(ctes)) return;
    for (const Json& one : select.at(ctes)) {
      const Json& cte = one.at("CommonTableExpr");
      queries_[cte.value("ctename", "")] = cte.at("ctequery").value("SelectStmt", Json());
    }
  }

  bool ChoosesRows(const Json& select) const {
    if (HasLimit(select) || select.contains("havingClause")) return true;
    RowScope scope(schema_);
    scope.AddSelect(select);
    return select.contains("whereClause") && !SelectsEveryRow(select["whereClause"], scope);
  }

  bool AnyReadsAll(const Json& items) {
    return std::any_of(items.begin(), items.end(), [&](const Json& one) { return ItemOf(one); });
  }

  bool ItemOf(const Json& item) {
    if (item.contains("JoinExpr")) {
      return ItemOf(item["JoinExpr"].at("larg")) || ItemOf(item["JoinExpr"].at("rarg"));
    }
    if (item.contains("RangeSubselect")) {
      return ReadsAll(item["RangeSubselect"].at("subquery").value("SelectStmt", Json()));
    }
    if (item.contains("RangeFunction")) return HasSubquery(item["RangeFunction"]);
    if (!item.contains("RangeVar")) return false;
    const Json& relation = item["RangeVar"];
    const std::string name = relation.value("relname", "");
    const std::string schema = relation.value("schemaname", "");
    if (const auto query = queries_.find(name); schema.empty() && query != queries_.end()) {
      const Json with = query->second;
      queries_.erase(query);  // it may be recursive
      return ReadsAll(with);
    }
    return schema != "pg_catalog" && schema != "information_schema" && !name.starts_with("pg_");
  }

  // FOR i IN 1..(SELECT max(id) FROM a), WHILE i < (SELECT max(id) FROM a).
  bool HasSubquery(const Json& node) {
    if (!node.is_structured()) return false;
    const Json::json_pointer query("/SubLink/subselect/SelectStmt");
    if (node.is_object() && node.contains(query)) return ReadsAll(node.at(query));
    return std::any_of(node.begin(), node.end(), [&](const Json& one) { return HasSubquery(one); });
  }

  const SchemaState& schema_;
  std::map<std::string, Json> queries_;  // those of WITH
};

}  // namespace

bool ReadsEveryRow(const Json& query, const SchemaState& schema) {
  return query.contains("SelectStmt") && ReadFinder(schema).ReadsAll(query["SelectStmt"]);
}

std::vector<Violation> UnboundedWrites(const Json& statement, const SchemaState& schema) {
  WriteFinder finder;
  finder.Walk(statement, RowScope(schema));
  return finder.Found();
}

}  // namespace gonogo
