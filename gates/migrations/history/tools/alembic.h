// The migration tool Alembic.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool AlembicTool();

}  // namespace gonogo
