// The functions, procedures, aggregates and operators of a random database.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

// Sets `function` and `trigger_function` too.
void MakeRoutines(SchemaDraft& draft);

}  // namespace gonogo::testing_support
