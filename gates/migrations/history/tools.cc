// The table of tools. Tools whose files or rows need more than a few lines have a file each.
#include "gates/migrations/history/tools.h"

#include <algorithm>
#include <stdexcept>

#include "gates/migrations/history/alembic.h"
#include "gates/migrations/history/drizzle.h"
#include "gates/migrations/history/flyway.h"
#include "gates/migrations/history/prisma.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

// Rails and golang-migrate: schema_migrations(version); golang-migrate adds dirty.
MigrationTool RailsTool() {
  return {
      .name = "rails",
      .table = "public.schema_migrations",
      .applied = [](const Json& row) -> AppliedMigration {
        return {RequiredMember(row, "version"), {}, IsTrue(row, "dirty") ? "failed (dirty)" : ""};
      },
      .committed = [](const fs::path& folder) { return VersionedFiles(folder, ".rb"); }};
}

// Knex: knex_migrations(name); the name is the file's name.
MigrationTool KnexTool() {
  return {.name = "knex",
          .table = "public.knex_migrations",
          .applied = [](const Json& row) -> AppliedMigration {
            return {RequiredMember(row, "name"), {}, ""};
          },
          .committed =
              [](const fs::path& folder) {
                CommittedHistory history;
                for (const fs::path& file : FilesEnding(folder, "")) {
                  const std::string name = file.filename().string();
                  history.migrations.push_back({name, name, {}});
                }
                return history;
              }};
}

// Supabase: supabase_migrations.schema_migrations(version, statements, name).
MigrationTool SupabaseTool() {
  return {.name = "supabase",
          .table = "supabase_migrations.schema_migrations",
          .applied = [](const Json& row) -> AppliedMigration {
            return {RequiredMember(row, "version"), {}, ""};
          },
          .committed = [](const fs::path& folder) { return VersionedFiles(folder, ".sql"); }};
}

const std::vector<MigrationTool>& Tools() {
  static const std::vector<MigrationTool> tools = {DrizzleTool(), PrismaTool(), FlywayTool(),
                                                   AlembicTool(), RailsTool(),  KnexTool(),
                                                   SupabaseTool()};
  return tools;
}

}  // namespace

const MigrationTool& ToolNamed(const std::string& name) {
  const auto found = std::find_if(Tools().begin(), Tools().end(),
                                  [&](const MigrationTool& tool) { return tool.name == name; });
  if (found == Tools().end()) throw std::out_of_range("unknown migration tool " + name);
  return *found;
}

std::vector<std::string> ToolNames() {
  std::vector<std::string> names;
  for (const MigrationTool& tool : Tools()) names.push_back(tool.name);
  return names;
}

}  // namespace gonogo
