// Checks that the role in use may read the relations that a gate examines, and that gonogo
// understands what it reads. Without SELECT a role sees no rows and no statistics, so an empty
// answer must be an error, not a pass.
#pragma once

#include "core/plan/plan.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// Throws DatabaseError (42501) if the side's role can't read the relation, or all relations of the
// plan. Throws as RequireKnownCodes does.
void RequireReadable(const Inspection& in, SideName side, const Relation& relation);
void RequireReadable(const Inspection& in, SideName side, const Plan& plan);

// Throws DatabaseError (42501) if either side's role can't read the relation, or all relations of
// the plan. Throws as RequireKnownCodes does.
void RequireReadable(const Inspection& in, const Relation& relation);
void RequireReadable(const Inspection& in, const Plan& plan);

}  // namespace gonogo
