// Whether this run is the rehearsal itself.
#pragma once

#include "gates/inspection.h"

namespace gonogo {

// True if the check runs in a stage on a throw-away pair. Throws DatabaseError if a side can't be
// reached.
bool IsInRehearsal(const Inspection& in);

}  // namespace gonogo
