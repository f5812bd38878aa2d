// A tool's table is known by its name, in any schema. Several tools call theirs schema_migrations.
#include "reporters/pages/found_histories.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// Returns whose schema_migrations has these columns, or "".
std::string ToolOfSchemaMigrations(const RelationName& table,
                                   const std::vector<std::string>& columns) {
  if (table.schema == "supabase_migrations") return "supabase";
  const auto has = [&](const char* column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  if (has("dirty")) return "golang-migrate";
  return columns == std::vector<std::string>{"version"} ? "rails" : "";
}

// Returns the tool whose history has that table by default, or "".
std::string ToolOf(const RelationName& table, const std::vector<std::string>& columns) {
  static const std::map<std::string, std::string> tools = {
      {"__drizzle_migrations", "drizzle"}, {"_prisma_migrations", "prisma"},
      {"alembic_version", "alembic"},      {"databasechangelog", "liquibase"},
      {"django_migrations", "django"},     {"flyway_schema_history", "flyway"},
      {"knex_migrations", "knex"}};
  if (table.name == "schema_migrations") return ToolOfSchemaMigrations(table, columns);
  const auto found = tools.find(table.name);
  return found == tools.end() ? "" : found->second;
}

}  // namespace

std::vector<FoundHistory> HistoriesIn(const SourceSchema& source, const DiscoveryOptions& options) {
  std::vector<FoundHistory> found;
  for (const SourceTable& table : source.tables) {
    const std::string tool = ToolOf(table.name, table.columns);
    const bool keeps_name = !options.renamed.contains(table.name.schema);
    if (!tool.empty() && keeps_name && IsMoved(source, options, table)) {
      found.push_back({tool, table.name});
    }
  }
  return found;
}

std::string HistoriesText(const std::vector<FoundHistory>& histories, const std::string& folder) {
  const std::string in = folder.empty() ? "" : ", \"folder\": " + ToText(Json(folder));
  std::vector<std::string> entries;
  for (const FoundHistory& history : histories) {
    const std::string table = ToText(Json(QuotedName(history.table)));
    entries.push_back(
        fmt::format(R"({0}: {{"tool": "{1}", "table": {0}{2}}})", table, history.tool, in));
  }
  return "{" + Join(entries, ", ") + "}";
}

std::string ServicesText(const std::vector<FoundHistory>& histories, const std::string& folder) {
  const std::string in = ToText(Json(folder));
  if (histories.size() != 1) return fmt::format(R"({{"migrations": {{"folder": {}}}}})", in);
  return fmt::format(R"({{"migrations": {{"folder": {}, "tool": "{}", "table": {}}}}})", in,
                     histories.front().tool, ToText(Json(QuotedName(histories.front().table))));
}

}  // namespace gonogo
