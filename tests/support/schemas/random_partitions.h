// The partitioned tables of a random database, and those that inherit.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

void MakePartitions(SchemaDraft& draft);
void MakeInheritance(SchemaDraft& draft);

}  // namespace gonogo::testing_support
