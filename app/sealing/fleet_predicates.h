// What a signature of a fleet's evidence says.
#pragma once

#include "app/sealing/statement.h"
#include "core/fleet/fleet.h"
#include "core/fleet/fleet_verdict.h"

namespace gonogo {

// The type of gonogo's own predicate on a fleet.
inline constexpr const char* kFleetPredicate = "gonogo/fleet-verdict/v1";

// Returns that predicate and in-toto's test-result, in which each database is a test.
Predicates PredicatesOf(const FleetRecord& record, const FleetVerdict& verdict);

}  // namespace gonogo
