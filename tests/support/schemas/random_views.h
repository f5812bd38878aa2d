// The views of a random database.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

// Adds a view of a table or of another view, or a materialized view.
void MakeView(SchemaDraft& draft);
// Adds a view that can be written through, or one that refers to itself.
void MakeOddView(SchemaDraft& draft);

}  // namespace gonogo::testing_support
