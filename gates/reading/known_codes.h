// Checks that gonogo knows every code in the catalogue. What it doesn't know it would leave out, or
// take for something else, so it must be an error.
#pragma once

#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// Throws DatabaseError if an object of the side has a code that a newer or changed PostgreSQL made
// up: an unknown kind of relation, of constraint, of function. Asks once for all cases of the run.
void RequireKnownCodes(const Inspection& in, SideName side);

}  // namespace gonogo
