// kRules has the rule for each kind of statement; those for ALTER TABLE are in
// alter_table_rules.cc, those for names in rename_rules.cc.
#include "gates/migrations/review/rules/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/text/text.h"
#include "gates/migrations/review/rules/alter_table_rules.h"
#include "gates/migrations/review/rules/called_functions.h"
#include "gates/migrations/review/rules/rename_rules.h"
#include "gates/migrations/review/rules/settings_rules.h"
#include "gates/migrations/review/rules/unbounded_writes.h"
#include "gates/parser/qualified_name.h"

namespace gonogo {
namespace {

constexpr const char* kInMaintenance = "do it in a maintenance window, or copy into a new table";

using Violations = std::vector<Violation>;

Violations OfDropIndex(const Json& drop, const std::string& names) {
  if (drop.value("concurrent", false)) return {};
  return {{"long_lock", fmt::format("drops index {}, which locks its table", names),
           "DROP INDEX CONCURRENTLY"}};
}

// Returns true if nothing that depends on such an object holds data.
bool HasNoDependentData(const std::string& type) {
  static const std::set<std::string> types = {
      "OBJECT_EVENT_TRIGGER", "OBJECT_INDEX",       "OBJECT_MATVIEW",
      "OBJECT_POLICY",        "OBJECT_PUBLICATION", "OBJECT_RULE",
      "OBJECT_STATISTIC_EXT", "OBJECT_TRIGGER",     "OBJECT_VIEW"};
  return types.contains(type);
}

// A DROP FUNCTION ... CASCADE drops generated columns, defaults, checks and triggers.
Violations OfDropOther(const std::string& type, const Json& drop) {
  if (drop.value("behavior", "") != "DROP_CASCADE" || HasNoDependentData(type)) return {};
  return {{"destructive", "drops an object and, by CASCADE, everything that depends on it",
           "drop each object by name"}};
}

Violations OfDrop(const Json& drop, const SchemaState&) {
  static const std::map<std::string, std::string> losing_data = {
      {"OBJECT_DOMAIN", "domain"}, {"OBJECT_EXTENSION", "extension"},
      {"OBJECT_SCHEMA", "schema"}, {"OBJECT_SEQUENCE", "sequence"},
      {"OBJECT_TABLE", "table"},   {"OBJECT_TYPE", "type"}};
  std::vector<std::string> names;
  const std::string type = drop.at("removeType");
  const auto found = losing_data.find(type);
  const bool is_index = type == "OBJECT_INDEX";
  if (found == losing_data.end() && !is_index) return OfDropOther(type, drop);
  for (const Json& object : drop.at("objects")) names.push_back(NameOfObject(object));
  if (is_index) return OfDropIndex(drop, Join(names, ", "));
  const bool cascades = drop.value("behavior", "") == "DROP_CASCADE";
  return {{"destructive",
           fmt::format("drops {} {}{}", found->second, Join(names, ", "),
                       cascades ? " and everything that depends on it" : ""),
           "drop it in a later release, when nothing uses it and there is a backup"}};
}

Violations OfTruncate(const Json& truncate, const SchemaState&) {
  std::vector<std::string> names;
  for (const Json& one : truncate.at("relations")) names.push_back(NameOf(one.at("RangeVar")));
  const bool restarts = truncate.value("restart_seqs", false);
  return {{"destructive",
           "empties " + Join(names, ", ") +
               (restarts ? " and restarts their sequences, which give numbers out again" : ""),
           "keep the rows, or copy them elsewhere first"}};
}

Violations OfDropDatabase(const Json& drop, const SchemaState&) {
  return {{"destructive", "drops database " + drop.value("dbname", ""), "no DROP DATABASE"}};
}

Violations OfDropOwned(const Json&, const SchemaState&) {
  return {{"destructive", "drops everything that a role owns",
           "REASSIGN OWNED, or DROP each object by name"}};
}

Violations OfIndex(const Json& index, const SchemaState& schema) {
  const Json& table = index.at("relation");
  const std::string what = "builds an index on " + NameOf(table);
  if (index.value("concurrent", false) || schema.IsNew(table)) return {};
  const bool is_there =
      index.value("if_not_exists", false) && schema.HasIndex(table, index.value("idxname", ""));
  if (is_there) return {};
  return {{"long_lock", what + ", which blocks writes meanwhile", "CREATE INDEX CONCURRENTLY"}};
}

// The weaker modes let others read and write.
Violations OfLock(const Json& lock, const SchemaState& schema) {
  constexpr int kShareLock = 5;
  std::vector<std::string> names;
  if (lock.value("mode", 0) < kShareLock) return {};
  for (const Json& one : lock.at("relations")) {
    if (!schema.IsNew(one.at("RangeVar"))) names.push_back(NameOf(one.at("RangeVar")));
  }
  if (names.empty()) return {};
  return {{"long_lock", fmt::format("locks {} until its transaction ends", Join(names, ", ")),
           "a lock that lets others write, or statements that lock no longer than they need"}};
}

Violations OfRefresh(const Json& refresh, const SchemaState& schema) {
  const std::string name = NameOf(refresh.at("relation"));
  if (schema.IsNew(refresh.at("relation"))) return {};
  if (refresh.value("skipData", false)) {
    return {{"destructive", "empties the materialized view " + name, "REFRESH ... WITH DATA"}};
  }
  if (refresh.value("concurrent", false)) return {};
  return {{"long_lock", fmt::format("refreshes {}, which blocks readers meanwhile", name),
           "REFRESH MATERIALIZED VIEW CONCURRENTLY"}};
}

Violations OfCopy(const Json& copy, const SchemaState&) {
  if (copy.value("is_program", false)) {
    return {{"not_reviewed", "runs a program on the server", "SQL that says what it does"}};
  }
  if (copy.value("is_from", false) || !copy.contains("filename")) return {};
  return {{"destructive", "overwrites a file of the server", "COPY ... TO STDOUT"}};
}

Violations OfDomain(const Json& alter, const SchemaState&) {
  const std::string does = alter.value("subtype", "");
  const Json::json_pointer unchecked("/def/Constraint/skip_validation");
  const bool checks = does == "C" && !(alter.contains(unchecked) && alter.at(unchecked) == true);
  if (!checks && does != "O") return {};
  return {{"long_lock",
           "checks a domain, which reads every row that has it while the tables are locked",
           "NOT VALID, and VALIDATE CONSTRAINT in a later transaction"}};
}

Violations OfMove(const Json&, const SchemaState&) {
  return {{"rewrites_table", "moves all tables of a tablespace", kInMaintenance}};
}

Violations OfReindex(const Json& reindex, const SchemaState&) {
  const std::string name =
      reindex.contains("relation") ? NameOf(reindex["relation"]) : reindex.value("name", "");
  if (IsOn(reindex.value("params", Json::array()), "concurrently")) return {};
  return {{"long_lock", fmt::format("rebuilds {}, which blocks writes meanwhile", name),
           "REINDEX CONCURRENTLY"}};
}

Violations OfVacuum(const Json& vacuum, const SchemaState&) {
  if (!vacuum.value("is_vacuumcmd", false)) return {};
  if (!IsOn(vacuum.value("options", Json::array()), "full")) return {};
  return {{"rewrites_table", "rewrites whole tables (VACUUM FULL)", kInMaintenance}};
}

Violations OfCluster(const Json& cluster, const SchemaState&) {
  const bool all = !cluster.contains("relation");
  return {{"rewrites_table",
           fmt::format("rewrites {} (CLUSTER)",
                       all ? "every clustered table" : NameOf(cluster["relation"])),
           kInMaintenance}};
}

Violations OfEnum(const Json& alter, const SchemaState& schema) {
  if (!alter.contains("newValNeighbor")) return LabelViolations(alter, schema);
  const Json type = {{"List", {{"items", alter.at("typeName")}}}};
  return {
      {"enum_order",
       fmt::format("adds the label {} to {} {} {}", alter.value("newVal", ""), NameOfObject(type),
                   alter.value("newValIsAfter", false) ? "after" : "before",
                   alter.value("newValNeighbor", "")),
       "ADD VALUE without BEFORE and AFTER, because a copy that was made in another way may sort "
       "the labels differently"}};
}

Violations OfSequence(const Json& alter, const SchemaState&) {
  const Json options = alter.value("options", Json::array());
  const bool restarts = std::ranges::any_of(
      options, [](const Json& one) { return one.at("DefElem").at("defname") == "restart"; });
  if (!restarts) return {};
  return {{"destructive",
           fmt::format("restarts sequence {}, which may give numbers out again",
                       NameOf(alter.at("sequence"))),
           "setval() with the highest number in use"}};
}

Violations OfLoad(const Json& load, const SchemaState&) {
  return {{"not_reviewed", "loads the library " + load.value("filename", ""),
           "CREATE EXTENSION, or functions in SQL or PL/pgSQL"}};
}

struct Rule {
  std::string_view kind;
  Violations (*check)(const Json&, const SchemaState&);
};

constexpr Rule kRules[] = {
    {"AlterDatabaseSetStmt", OfStoredSetting},
    {"AlterDomainStmt", OfDomain},
    {"AlterEnumStmt", OfEnum},
    {"AlterObjectSchemaStmt", SchemaMoveViolations},
    {"AlterRoleSetStmt", OfStoredSetting},
    {"AlterSeqStmt", OfSequence},
    {"AlterSystemStmt", OfSystem},
    {"AlterTableMoveAllStmt", OfMove},
    {"AlterTableStmt", AlterTableViolations},
    {"ClusterStmt", OfCluster},
    {"CopyStmt", OfCopy},
    {"DropOwnedStmt", OfDropOwned},
    {"DropStmt", OfDrop},
    {"DropStmt", DropViolations},
    {"DropdbStmt", OfDropDatabase},
    {"IndexStmt", OfIndex},
    {"LoadStmt", OfLoad},
    {"LockStmt", OfLock},
    {"RefreshMatViewStmt", OfRefresh},
    {"ReindexStmt", OfReindex},
    {"RenameStmt", RenameViolations},
    {"TruncateStmt", OfTruncate},
    {"VacuumStmt", OfVacuum},
    {"VariableSetStmt", OfSetting},
};

}  // namespace

std::string NameOfObject(const Json& object) {
  if (object.contains("String")) return object["String"].value("sval", "");
  std::vector<std::string> parts;
  for (const Json& name : NamesIn(object)) parts.push_back(name.at("String").value("sval", ""));
  return Join(parts, ".");
}

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

const std::vector<std::string>& StatementRules() {
  static const std::vector<std::string> rules = {
      "breaks_application", "destructive",    "enum_order",   "in_transaction", "long_lock",
      "not_reviewed",       "rewrites_table", "syntax_error", "time_zone"};
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

std::vector<Violation> ViolationsOf(const std::string& kind, const Json& statement,
                                    const SchemaState& schema) {
  Violations found;
  if (!StoresStatements(kind)) {
    const Json whole = {{kind, statement}};
    found = UnboundedWrites(whole, schema);
    std::ranges::move(LosingCalls(whole), std::back_inserter(found));
    std::ranges::move(SettingCalls(whole), std::back_inserter(found));
  }
  for (const Rule& rule : kRules) {
    if (rule.kind != kind) continue;
    std::ranges::move(rule.check(statement, schema), std::back_inserter(found));
  }
  return found;
}

}  // namespace gonogo
