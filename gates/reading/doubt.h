// What keeps a case from being decided: a name that exists nowhere, too short a time.
#pragma once

#include <string>

#include "core/values/outcome.h"

namespace gonogo {

// Ends a case that can't pass. Throws DatabaseError with the doubt; beside findings, which decide
// the case, it is a note. Does nothing if the doubt is "".
void AddDoubt(const std::string& doubt, Outcome& outcome);

}  // namespace gonogo
