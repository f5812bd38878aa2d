// Sets the sequences of one side to the positions of the other side's.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/session/session.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

struct SetSequence {
  std::string sequence;  // of the target, for a statement
  std::string note;      // for people: what it was set to, or why it was left unchanged
};

// What to do with a sequence that is ahead of the source's.
enum class AheadPolicy { kSetBack, kKeep };

// Sets the target's sequences that columns of the plan's relations use, and those in the schemas of
// these relations that no column uses. Finds the source's sequence by the column, or else by name.
// Then moves each sequence past the values that its columns already have. Positions are the current
// ones, because sequences aren't part of a snapshot. Throws DatabaseError.
std::vector<SetSequence> SetSequences(Session& source, WritingSession& target, const Plan& plan,
                                      AheadPolicy ahead = AheadPolicy::kSetBack);

}  // namespace gonogo
