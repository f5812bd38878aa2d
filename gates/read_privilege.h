// Whether the role in use may read what it is asked to judge. Catalogues answer anybody, but a role
// that may not read a table sees none of its rows, statistics or values: what it could not have
// seen must not count as seen.
#pragma once

#include "core/plan/plan.h"
#include "fixtures/pair.h"

namespace gonogo {

// Throws DatabaseError (42501) where a side's role may not read the relation there.
void RequireReadable(Pair& pair, const Relation& relation);
void RequireReadableSource(Pair& pair, const Relation& relation);
void RequireReadableTarget(Pair& pair, const Relation& relation);

// The same for all relations of the plan.
void RequireReadable(Pair& pair, const Plan& plan);
void RequireReadableSource(Pair& pair, const Plan& plan);
void RequireReadableTarget(Pair& pair, const Plan& plan);

}  // namespace gonogo
