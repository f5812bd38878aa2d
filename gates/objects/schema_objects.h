// Reads the definitions of a whole database as digests, to tell whether they change.
#pragma once

#include "core/plan/plan.h"
#include "core/record/recorded_schema.h"
#include "fixtures/session/session.h"

namespace gonogo {

// The gate that compares them with those that the stage preflight recorded.
inline constexpr const char* kSchemaFrozenGate = "schema_frozen";

// Returns what the gates of the catalogue compare, without owners, privileges and comments. Leaves
// out what the plan excludes, a provider's schemas, and what belongs to an extension. Throws
// DatabaseError.
SchemaObjects ReadSchemaObjects(Session& session, const Plan& plan);

}  // namespace gonogo
