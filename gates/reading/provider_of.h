// Whose managed server a side is.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/provider.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// What a server's catalogue tells about its provider.
struct ProviderFacts {
  std::vector<std::string> marked;  // providers of which the server has a marker, in our order
  bool is_superuser = false;        // the role is, so that the server is nobody's
  bool is_throw_away = false;       // it is one of a rehearsal
};

// Returns the provider that the server's catalogue tells, or null if none. Throws DatabaseError.
const Provider* DetectProvider(Session& session);

// Returns the provider that the plan gives to the side, or else the one that the catalogue tells,
// or null if the server is nobody's. Throws DatabaseError, and PlanError if the server has nothing
// by which the plan's provider is known: its exceptions would leave out what others must compare.
const Provider* ProviderOf(const Plan& plan, SideName side, Session& session);

// Decides that: `planned` is the plan's provider, "" if it gives none.
const Provider* JudgeProvider(SideName side, const std::string& planned,
                              const ProviderFacts& facts);

}  // namespace gonogo
