// What the databases have before the pending migrations: tables, and functions that these may call.
#pragma once

#include "gates/inspection.h"
#include "gates/migrations/review/files.h"
#include "gates/migrations/review/rules/schema_state.h"

namespace gonogo {

// Adds what the target and the source have. Asks nothing if the folder has no SQL.
void ReadDatabase(const Inspection& in, const MigrationFiles& folder, SchemaState& schema);

}  // namespace gonogo
