// The kinds of damage that a database could have.
#pragma once

#include <cstddef>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/trial.h"
#include "fixtures/session/session.h"

namespace gonogo {

// A kind of damage, with the objects that it could happen to; the first that works is taken.
struct DamageKind {
  std::string kind;
  std::vector<Damage> candidates;

  const Damage& first() const { return candidates.front(); }
};

// Returns the number of statements that list damage.
std::size_t DamageStatements();

// Returns the kinds of damage that this database could have, in the order of sql/selftest/, with
// those that break what checks of the plan demand: not to members of extensions, nor to the roles
// as which gonogo reads, because no gate compares those. Throws DatabaseError.
std::vector<DamageKind> DamageKindsOf(Session& target, const Plan& plan);

}  // namespace gonogo
