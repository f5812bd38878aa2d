// The types of the columns of a random database.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

// Adds types of its own to the database, and sets `types` to these and PostgreSQL's.
void MakeTypes(SchemaDraft& draft);

}  // namespace gonogo::testing_support
