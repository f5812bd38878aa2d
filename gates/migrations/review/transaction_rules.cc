// What each tool does is in its documentation or its source.
#include "gates/migrations/review/transaction_rules.h"

#include <algorithm>

#include "core/text/text.h"
#include "gates/migrations/review/rules/rules.h"
#include "gates/migrations/review/rules/schema_state.h"

namespace gonogo {
namespace {

bool HasOption(const Json& statement, const char* list, const std::string& name) {
  const Json options = statement.value(list, Json::array());
  return std::ranges::any_of(options, [&](const Json& option) {
    return option.at("DefElem").value("defname", "") == name;
  });
}

std::string OfConcurrentDetach(const Json& alter) {
  for (const Json& one : alter.at("cmds")) {
    const Json& command = one.at("AlterTableCmd");
    const Json::json_pointer concurrent("/def/PartitionCmd/concurrent");
    const bool is_concurrent = command.contains(concurrent) && command.at(concurrent) == true;
    if (command.at("subtype") == "AT_DetachPartition" && is_concurrent) {
      return "detaches a partition of " + NameOf(alter.at("relation")) + " CONCURRENTLY";
    }
  }
  return "";
}

std::string OfReindexing(const Json& reindex) {
  const std::string kind = reindex.value("kind", "");
  const bool has_relation = kind == "REINDEX_OBJECT_TABLE" || kind == "REINDEX_OBJECT_INDEX";
  const std::string name =
      reindex.contains("relation") ? NameOf(reindex["relation"]) : reindex.value("name", "");
  if (IsOn(reindex.value("params", Json::array()), "concurrently")) {
    return "rebuilds " + name + " CONCURRENTLY";
  }
  return has_relation ? "" : "rebuilds all indexes of " + name;
}

std::string OfDroppedIndex(const Json& drop) {
  if (drop.at("removeType") != "OBJECT_INDEX" || !drop.value("concurrent", false)) return "";
  std::vector<std::string> names;
  for (const Json& object : drop.at("objects")) names.push_back(NameOfObject(object));
  return "drops index " + Join(names, ", ") + " CONCURRENTLY";
}

std::string OfSubscription(const std::string& kind, const Json& statement) {
  if (kind == "DropSubscriptionStmt") return "drops a subscription";
  if (kind == "AlterSubscriptionStmt") {
    const bool refreshes = statement.value("kind", "") == "ALTER_SUBSCRIPTION_REFRESH";
    return refreshes ? "refreshes a subscription" : "";
  }
  const bool makes_slot = !HasOption(statement, "options", "connect") &&
                          !HasOption(statement, "options", "create_slot");
  return makes_slot ? "creates a subscription with its slot" : "";
}

// Liquibase runs a changeset of formatted SQL in a transaction, unless its comment says otherwise.
std::set<int> LinesOutside(const std::string& text) {
  std::set<int> lines;
  int line = 0;
  bool is_outside = false;
  for (const std::string& one : Split(text, '\n')) {
    ++line;
    const bool is_comment = Trim(one).starts_with("--");
    if (is_comment && one.find("changeset ") != std::string::npos) {
      is_outside = one.find("runInTransaction:false") != std::string::npos;
    }
    if (is_outside) lines.insert(line);
  }
  return lines;
}

// Tools that mark the parts of a file in comments.
struct MarkedTool {
  const char* marker;
  const char* outside;
  const char* around;
};

constexpr MarkedTool kMarkedTools[] = {
    {"-- migrate:up", "transaction:false", ", but dbmate runs each file in a transaction"},
    {"-- +goose Up", "+goose NO TRANSACTION", ", but goose runs each file in a transaction"},
    {"-- +migrate Up", "notransaction", ", but sql-migrate runs each file in a transaction"}};

ToolTransaction OfMarkedFile(const std::string& text) {
  for (const MarkedTool& tool : kMarkedTools) {
    if (text.find(tool.marker) == std::string::npos) continue;
    const std::string alone = std::string("in a file of its own with ") + tool.outside;
    ToolTransaction transaction{.instead = alone, .concurrently = " " + alone};
    if (text.find(tool.outside) == std::string::npos) transaction.around = tool.around;
    return transaction;
  }
  return {};
}

bool NeedsNoTransaction(const SqlStatement& statement) {
  if (statement.tree.empty()) return false;
  const auto only = statement.tree.items().begin();
  return !WhatNeedsNoTransaction(only.key(), only.value()).empty();
}

ToolTransaction OfFlyway(const MigrationFile& file, const SqlScript& script) {
  const std::string alone =
      "in a file of its own, which Flyway runs without a transaction, and "
      "flyway.postgresql.transactional.lock set to false, or Flyway waits for itself";
  ToolTransaction transaction{.instead = alone, .concurrently = ", " + alone};
  const auto outside = std::ranges::count_if(script.statements, NeedsNoTransaction);
  const bool is_mixed = outside > 0 && outside < std::ssize(script.statements);
  if (is_mixed && !file.runs_without_transaction) {
    transaction.around = ", but Flyway refuses a file that mixes this with other statements";
  }
  return transaction;
}

}  // namespace

std::string WhatNeedsNoTransaction(const std::string& kind, const Json& statement) {
  if (kind == "IndexStmt" && statement.value("concurrent", false)) {
    return "builds an index on " + NameOf(statement.at("relation")) + " CONCURRENTLY";
  }
  if (kind == "DropStmt") return OfDroppedIndex(statement);
  if (kind == "ReindexStmt") return OfReindexing(statement);
  if (kind == "AlterTableStmt") return OfConcurrentDetach(statement);
  if (kind == "VacuumStmt") return statement.value("is_vacuumcmd", false) ? "runs VACUUM" : "";
  if (kind == "ClusterStmt") {
    return statement.contains("relation") ? "" : "rewrites every clustered table";
  }
  if (kind == "CreatedbStmt") return "creates a database";
  if (kind == "DropdbStmt") return "drops a database";
  if (kind == "CreateTableSpaceStmt") return "creates a tablespace";
  if (kind == "DropTableSpaceStmt") return "drops a tablespace";
  if (kind == "AlterSystemStmt") return "runs ALTER SYSTEM";
  if (kind == "DiscardStmt") {
    return statement.value("target", "") == "DISCARD_ALL" ? "runs DISCARD ALL" : "";
  }
  if (kind.ends_with("SubscriptionStmt")) return OfSubscription(kind, statement);
  return "";
}

ToolTransaction TransactionOf(const std::string& tool, const MigrationFile& file,
                              const SqlScript& script) {
  if (tool == "drizzle") {
    const std::string by_hand =
        "by hand before the deployment, and with IF EXISTS or IF NOT EXISTS in the migration";
    return {.around = ", but Drizzle runs all pending migrations in one transaction",
            .instead = by_hand,
            .concurrently = " " + by_hand + ", because Drizzle runs migrations in a transaction"};
  }
  if (tool == "prisma" || tool == "golang-migrate") {
    const std::string name = tool == "prisma" ? "Prisma before 7.4" : "golang-migrate";
    const bool is_alone = script.statements.size() < 2;
    ToolTransaction transaction{.instead = "a migration of its own, with no other statement",
                                .concurrently = " as the only statement of a migration"};
    if (!is_alone) {
      transaction.around = ", but " + name + " runs a file of several statements as a transaction";
    }
    return transaction;
  }
  if (tool == "flyway") return OfFlyway(file, script);
  if (tool == "liquibase") {
    const std::string alone = "in a changeset of its own with runInTransaction:false";
    return {.around = ", but Liquibase runs a changeset in a transaction",
            .instead = alone,
            .concurrently = " " + alone,
            .lines_outside = LinesOutside(file.text)};
  }
  return tool.empty() ? OfMarkedFile(file.text) : ToolTransaction();
}

}  // namespace gonogo
