// The migration tool Drizzle.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool DrizzleTool();

}  // namespace gonogo
