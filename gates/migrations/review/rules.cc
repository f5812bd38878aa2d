// A row of kRules per kind of statement; ALTER TABLE, which says most, has gates/alter_table_rules.
#include "gates/migrations/review/rules.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/text/text.h"
#include "gates/migrations/review/alter_table_rules.h"

namespace gonogo {
namespace {

constexpr const char* kInMaintenance = "do it in a maintenance window, or copy into a new table";

// The name of a dropped object: a list of names, one name, or a type's names.
std::string NameOfObject(const Json& object) {
  if (object.contains("String")) return object["String"].value("sval", "");
  const bool is_type = object.contains("TypeName");
  const Json& names = is_type ? object["TypeName"].at("names") : object.at("List").at("items");
  std::vector<std::string> parts;
  for (const Json& name : names) parts.push_back(name.at("String").value("sval", ""));
  return Join(parts, ".");
}

// Whether an option stands there and is not switched off: VACUUM (FULL), (FULL false), (FULL 0).
bool IsOn(const Json& options, const std::string& name) {
  return std::any_of(options.begin(), options.end(), [&](const Json& one) {
    const Json& option = one.at("DefElem");
    if (option.at("defname") != name) return false;
    const Json::json_pointer text("/arg/String/sval");
    if (option.contains(text)) return option.at(text) != "false" && option.at(text) != "off";
    const bool is_number = option.contains(Json::json_pointer("/arg/Integer"));
    return !is_number || option.at("arg").at("Integer").value("ival", 0) != 0;
  });
}

Breach InTransaction(const std::string& what) {
  return {"in_transaction", what + " CONCURRENTLY between BEGIN and COMMIT",
          "CONCURRENTLY in a file of its own that opens no transaction"};
}

using Found = std::vector<Breach>;

Found OfDropIndex(const Json& drop, const std::string& names, const SchemaState& history) {
  if (!drop.value("concurrent", false)) {
    return {
        {"long_lock", "drops index " + names + " and locks its table", "DROP INDEX CONCURRENTLY"}};
  }
  if (history.InTransaction()) return {InTransaction("drops index " + names)};
  return {};
}

Found OfDrop(const Json& drop, const SchemaState& history) {
  static const std::map<std::string, std::string> losing_data = {
      {"OBJECT_DOMAIN", "domain"}, {"OBJECT_EXTENSION", "extension"},
      {"OBJECT_SCHEMA", "schema"}, {"OBJECT_SEQUENCE", "sequence"},
      {"OBJECT_TABLE", "table"},   {"OBJECT_TYPE", "type"}};
  std::vector<std::string> names;
  const auto found = losing_data.find(drop.at("removeType"));
  const bool is_index = drop.at("removeType") == "OBJECT_INDEX";
  if (found == losing_data.end() && !is_index) return {};
  for (const Json& object : drop.at("objects")) names.push_back(NameOfObject(object));
  if (is_index) return OfDropIndex(drop, Join(names, ", "), history);
  const bool cascades = drop.value("behavior", "") == "DROP_CASCADE";
  return {{"destructive",
           "drops " + found->second + " " + Join(names, ", ") +
               (cascades ? " and all that depends on it" : ""),
           "drop it in a later release, once nothing uses it and a backup is kept"}};
}

Found OfTruncate(const Json& truncate, const SchemaState&) {
  std::vector<std::string> names;
  for (const Json& one : truncate.at("relations")) names.push_back(NameOf(one.at("RangeVar")));
  return {
      {"destructive", "empties " + Join(names, ", "), "keep the rows, or move them away first"}};
}

Found OfDropDatabase(const Json& drop, const SchemaState&) {
  return {{"destructive", "drops database " + drop.value("dbname", ""), "no DROP DATABASE"}};
}

Found OfDropOwned(const Json&, const SchemaState&) {
  return {{"destructive", "drops all that a role owns", "REASSIGN OWNED, or drops by name"}};
}

Found OfIndex(const Json& index, const SchemaState& history) {
  const Json& table = index.at("relation");
  const std::string what = "builds an index on " + NameOf(table);
  if (index.value("concurrent", false)) {
    if (history.InTransaction()) return {InTransaction(what)};
    return {};
  }
  if (history.IsNew(table)) return {};
  return {
      {"long_lock", what + " and keeps writers out while it does", "CREATE INDEX CONCURRENTLY"}};
}

Found OfReindex(const Json& reindex, const SchemaState& history) {
  const std::string name =
      reindex.contains("relation") ? NameOf(reindex["relation"]) : reindex.value("name", "");
  if (IsOn(reindex.value("params", Json::array()), "concurrently")) {
    if (history.InTransaction()) return {InTransaction("rebuilds " + name)};
    return {};
  }
  return {{"long_lock", "rebuilds " + name + " and keeps writers out while it does",
           "REINDEX CONCURRENTLY"}};
}

Found OfVacuum(const Json& vacuum, const SchemaState&) {
  if (!vacuum.value("is_vacuumcmd", false)) return {};
  if (!IsOn(vacuum.value("options", Json::array()), "full")) return {};
  return {{"rewrites_table", "rewrites whole tables (VACUUM FULL)", kInMaintenance}};
}

Found OfCluster(const Json& cluster, const SchemaState&) {
  const bool all = !cluster.contains("relation");
  return {
      {"rewrites_table",
       "rewrites " + (all ? "every clustered table" : NameOf(cluster["relation"])) + " (CLUSTER)",
       kInMaintenance}};
}

Found OfEnum(const Json& alter, const SchemaState&) {
  if (!alter.contains("newValNeighbor")) return {};
  const Json type = {{"List", {{"items", alter.at("typeName")}}}};
  return {{"enum_order",
           "puts the label " + alter.value("newVal", "") + " of " + NameOfObject(type) +
               (alter.value("newValIsAfter", false) ? " after " : " before ") +
               alter.value("newValNeighbor", ""),
           "ADD VALUE without BEFORE and AFTER: labels that are added elsewhere in the order sort "
           "otherwise in a copy that was made another way"}};
}

// DELETE and UPDATE without WHERE, wherever they stand: WITH runs them too.
void AddUnboundedWrites(const Json& node, Found& found) {
  if (!node.is_structured()) return;
  for (const auto& [member, value] : node.items()) {
    const bool deletes = member == "DeleteStmt";
    if ((deletes || member == "UpdateStmt") && !value.contains("whereClause")) {
      found.push_back({"destructive",
                       (deletes ? "deletes every row of " : "overwrites every row of ") +
                           NameOf(value.at("relation")),
                       "a WHERE that says which rows, in batches where they are many"});
    }
    AddUnboundedWrites(value, found);
  }
}

// Whether what stands in the statement is only written down, to be run another day.
bool IsRecipe(const std::string& kind) {
  return kind == "CreateFunctionStmt" || kind == "RuleStmt" || kind == "PrepareStmt";
}

struct Rule {
  std::string_view kind;
  Found (*found)(const Json&, const SchemaState&);
};

constexpr Rule kRules[] = {
    {"AlterEnumStmt", OfEnum},    {"AlterTableStmt", AlterTableBreaches},
    {"ClusterStmt", OfCluster},   {"DropOwnedStmt", OfDropOwned},
    {"DropStmt", OfDrop},         {"DropdbStmt", OfDropDatabase},
    {"IndexStmt", OfIndex},       {"ReindexStmt", OfReindex},
    {"TruncateStmt", OfTruncate}, {"VacuumStmt", OfVacuum},
};

}  // namespace

const std::vector<std::string>& StatementRules() {
  static const std::vector<std::string> rules = {"destructive", "enum_order",     "in_transaction",
                                                 "long_lock",   "rewrites_table", "syntax_error"};
  return rules;
}

const std::vector<std::string>& WaivableRules() {
  static const std::vector<std::string> rules = [] {
    std::vector<std::string> all = StatementRules();
    all.push_back("suppression");
    return all;
  }();
  return rules;
}

std::vector<Breach> Breaches(const std::string& kind, const Json& statement,
                             const SchemaState& history) {
  Found found;
  if (!IsRecipe(kind)) AddUnboundedWrites({{kind, statement}}, found);
  for (const Rule& rule : kRules) {
    if (rule.kind == kind)
      std::ranges::move(rule.found(statement, history), std::back_inserter(found));
  }
  return found;
}

}  // namespace gonogo
