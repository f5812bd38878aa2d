// The migration tool Flyway.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool FlywayTool();

}  // namespace gonogo
