// The migration tool Prisma.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool PrismaTool();

}  // namespace gonogo
