// The indexes and statistics objects of a random database's tables.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

void MakeIndexes(SchemaDraft& draft, const RandomTable& table);

}  // namespace gonogo::testing_support
