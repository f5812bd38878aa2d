// How far sequences have come, and how many values they have left.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/plan/plan.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// The gate that compares them with those that the stage preflight recorded.
inline constexpr const char* kWriteRateGate = "write_rate";

struct SequencePlace {
  std::int64_t place = 0;  // grows by 1 with each value
  std::int64_t increment = 1;
  std::int64_t left =
      0;  // until the limit of the sequence, or of the narrowest column that it fills
};

using SequencePlaces = std::map<std::string, SequencePlace>;  // by QuotedName

// Returns those of all sequences that the plan doesn't exclude and that don't begin anew at their
// limit. Throws DatabaseError, also (42501) if the role can't read one.
SequencePlaces ReadSequencePlaces(Session& session, SideName side, const Plan& plan);

}  // namespace gonogo
