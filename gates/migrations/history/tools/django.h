// The migration tool of Django.
#pragma once

#include "gates/migrations/history/tools.h"

namespace gonogo {

MigrationTool DjangoTool();

}  // namespace gonogo
