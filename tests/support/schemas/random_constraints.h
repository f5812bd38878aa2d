// The constraints of a random database's tables.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

// A key of the table, foreign keys to itself and to an earlier table, and exclusion constraints.
void MakeKeys(SchemaDraft& draft, const RandomTable& table);
void MakeChecks(SchemaDraft& draft, const RandomTable& table);

}  // namespace gonogo::testing_support
