// A prepared statement has the plan for any values on all majors. EXPLAIN (GENERIC_PLAN) has it
// since 16, but can't be sent as one statement: a driver must then bind values for $1.
#include "gates/servers/query_plan.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "gates/parser/sql_tokens.h"
#include "sql/servers.h"

namespace gonogo {
namespace {

constexpr const char* kExplain = "EXPLAIN (FORMAT JSON, VERBOSE) ";

// Returns the condition without the brackets around all of it.
std::string_view WithoutBrackets(std::string_view condition) {
  const std::vector<std::string_view> tokens = SqlTokens(condition);
  if (tokens.size() < 2 || tokens.front() != "(") return condition;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i] == "(") ++depth;
    if (tokens[i] == ")" && --depth == 0 && i + 1 < tokens.size()) return condition;
  }
  return condition.substr(1, condition.size() - 2);
}

// Adds the conditions that AND joins: the server prints "((a = 1) AND (b = 2))".
void AddConditions(std::string_view printed, std::set<std::string>& conditions) {
  const std::string_view joined = WithoutBrackets(printed);
  std::size_t begin = 0;
  int depth = 0;
  const auto add = [&](std::size_t end) {
    conditions.emplace(WithoutBrackets(Trim(joined.substr(begin, end - begin))));
  };
  for (const std::string_view token : SqlTokens(joined)) {
    if (token == "(") ++depth;
    if (token == ")") --depth;
    if (token != "AND" || depth > 0) continue;
    const auto at = static_cast<std::size_t>(token.data() - joined.data());
    add(at);
    begin = at + token.size();
  }
  add(joined.size());
}

void AddConditionsOf(const Json& node, const char* key, std::set<std::string>& conditions) {
  if (node.contains(key)) AddConditions(node.at(key).get<std::string>(), conditions);
}

// A bitmap heap scan has its indexes below it, perhaps below BitmapAnd and BitmapOr.
void AddIndexes(const Json& node, PlannedScan& scan) {
  if (node.contains("Index Name")) scan.indexes.insert(node.at("Index Name").get<std::string>());
  AddConditionsOf(node, "Index Cond", scan.index_conditions);
  if (!node.at("Node Type").get<std::string>().starts_with("Bitmap")) return;
  for (const Json& below : node.value("Plans", Json::array())) AddIndexes(below, scan);
}

void AddScans(const Json& node, std::vector<PlannedScan>& scans) {
  const bool is_scan = node.contains("Relation Name") && node.at("Node Type") != "ModifyTable";
  if (is_scan) {
    PlannedScan& scan = scans.emplace_back();
    scan.alias = node.value("Alias", "");
    scan.schema = node.value("Schema", "");
    scan.relation = node.at("Relation Name");
    scan.is_sequential = node.at("Node Type") == "Seq Scan";
    scan.rows = node.at("Plan Rows");
    AddIndexes(node, scan);
    AddConditionsOf(node, "Filter", scan.filters);
  }
  for (const Json& below : node.value("Plans", Json::array())) AddScans(below, scans);
}

// Prepares a query under a name of its own, and forgets it at the end: behind a pooler the server's
// session goes on.
class PreparedQuery {
 public:
  PreparedQuery(Session& session, const std::string& query)
      : session_(session), name_("gonogo_" + Sha256(query).substr(0, 16)) {
    session_.QueryOnce(fmt::format("PREPARE {} AS {}", name_, query), {});
  }
  PreparedQuery(const PreparedQuery&) = delete;
  PreparedQuery& operator=(const PreparedQuery&) = delete;
  ~PreparedQuery() {
    try {
      session_.QueryAll({"DEALLOCATE " + name_});
    } catch (const DatabaseError&) {
      // The session is lost, and its prepared statements with it.
    }
  }

  // The plan for any values: those that are given, all NULL, aren't looked at.
  std::string Explained() {
    const std::int64_t count =
        session_.QueryOnce(sql::kQueryPlansParameters, {name_}).Only().Integer("parameters");
    const std::vector<std::string> values(static_cast<std::size_t>(count), "NULL");
    const std::string given = values.empty() ? "" : "(" + Join(values, ", ") + ")";
    const std::vector<Rows> answers =
        session_.QueryAll({"SET LOCAL plan_cache_mode = force_generic_plan",
                           fmt::format("{}EXECUTE {}{}", kExplain, name_, given)});
    return answers.at(1).Only().Text("QUERY PLAN");
  }

 private:
  Session& session_;
  std::string name_;
};

}  // namespace

std::set<std::string> PlannedScan::Conditions() const {
  std::set<std::string> all = index_conditions;
  all.insert(filters.begin(), filters.end());
  return all;
}

QueryPlan QueryPlanIn(const std::string& explained) {
  const Json json = TryParseJson(explained);
  try {
    const Json& top = json.at(0).at("Plan");
    QueryPlan plan{.cost = top.at("Total Cost"), .rows = top.at("Plan Rows"), .scans = {}};
    AddScans(top, plan.scans);
    return plan;
  } catch (const Json::exception& error) {
    throw DatabaseError(fmt::format("this isn't an answer of EXPLAIN: {}", error.what()), "");
  }
}

QueryPlan PlanOf(Pair& pair, SideName side, const RowFinder& finder) {
  Session& session = pair.SessionOf(side);
  if (!finder.has_parameters) {
    return QueryPlanIn(session.QueryOnce(kExplain + finder.query, {}).Only().Text("QUERY PLAN"));
  }
  return QueryPlanIn(PreparedQuery(session, finder.query).Explained());
}

}  // namespace gonogo
