// Reads the catalogue of a source, to write a plan for it or to compare one with it.
#pragma once

#include "core/plan/source_schema.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Reads no rows of user tables. Throws DatabaseError.
SourceSchema Discover(Session& source);

}  // namespace gonogo
