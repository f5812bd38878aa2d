// The migration tools that only record versions or names: Rails, golang-migrate, Supabase, Knex.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool RailsTool();
MigrationTool GolangMigrateTool();
MigrationTool SupabaseTool();
MigrationTool KnexTool();

}  // namespace gonogo
