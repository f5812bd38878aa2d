// The migration tool Liquibase.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool LiquibaseTool();

}  // namespace gonogo
