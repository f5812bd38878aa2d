// Rewrites array casts in expressions to the form that they have after a dump and a restore.
#pragma once

#include <string>

namespace gonogo {

// Returns the expression with each cast of an array moved to its elements. PostgreSQL does that
// when it parses an expression that it printed itself: (ARRAY['a'::character varying])::text[]
// becomes ARRAY[('a'::character varying)::text]. CHECK (status IN ('a')) on a varchar is enough.
std::string NormalizedExpression(const std::string& sql);

}  // namespace gonogo
