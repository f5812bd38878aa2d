// The table of tools.
#include "gates/migrations/history/tools.h"

#include <algorithm>
#include <stdexcept>

#include "gates/migrations/history/tools/alembic.h"
#include "gates/migrations/history/tools/django.h"
#include "gates/migrations/history/tools/drizzle.h"
#include "gates/migrations/history/tools/flyway.h"
#include "gates/migrations/history/tools/liquibase.h"
#include "gates/migrations/history/tools/prisma.h"
#include "gates/migrations/history/tools/versioned_tools.h"

namespace gonogo {
namespace {

const std::vector<MigrationTool>& Tools() {
  static const std::vector<MigrationTool> tools = {
      DrizzleTool(), PrismaTool(), FlywayTool(),        LiquibaseTool(), AlembicTool(),
      DjangoTool(),  RailsTool(),  GolangMigrateTool(), KnexTool(),      SupabaseTool()};
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
