// Whose managed server a side is.
#pragma once

#include "core/plan/plan.h"
#include "core/values/provider.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Returns the provider that the server's catalogue tells, or null if none. Throws DatabaseError.
const Provider* DetectProvider(Session& session);

// Returns the provider that the plan gives to the side, or else the one that the catalogue tells,
// or null if the server is nobody's. Throws DatabaseError.
const Provider* ProviderOf(const Plan& plan, SideName side, Session& session);

}  // namespace gonogo
