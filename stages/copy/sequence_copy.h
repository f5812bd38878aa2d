// Sequences go on where the source's have come to, and beyond whatever the columns that draw from
// them hold already.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/session/session.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

struct SetSequence {
  std::string sequence;  // of the target, as for a statement
  std::string note;      // in words: where it was set to, or why it was left as it was
};

// What becomes of a sequence that stands ahead than the one that it should follow.
enum class AheadPolicy { kSetBack, kKeep };

// Sets the sequences that columns of the plan's relations draw from on the target, by their
// columns; and those of the schemas which the plan's relations go to that no column draws from, by
// their names. A sequence is no part of a snapshot: it is asked where it stands now. Throws
// DatabaseError.
std::vector<SetSequence> SetSequences(Session& source, WritingSession& target, const Plan& plan,
                                      AheadPolicy ahead = AheadPolicy::kSetBack);

}  // namespace gonogo
