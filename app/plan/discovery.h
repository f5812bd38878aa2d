// A source, looked at as a whole, for the plan that is still to be written.
#pragma once

#include "core/plan/source_schema.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Throws DatabaseError where the source cannot be asked.
SourceSchema Discover(Session& source);

}  // namespace gonogo
