// The moment at which the target was filled: what is written later isn't the mover's.
#pragma once

#include "core/record/facts.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Returns the mark of now for the gate target_untouched: what transactions and subtransactions
// under way write counts as later. Throws DatabaseError.
MarkFacts MarkNow(Session& target);

}  // namespace gonogo
