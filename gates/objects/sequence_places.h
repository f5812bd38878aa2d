// How far sequences have come, and how many values they have left.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
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
  std::optional<std::int64_t> cycle{};  // after so many values it begins anew
};

using SequencePlaces = std::map<std::string, SequencePlace>;  // by QuotedName

// Returns how many values lie between two places of one sequence. One that begins anew may have
// done so: then it is the way that is shorter.
std::int64_t ValuesBetween(std::int64_t from, std::int64_t to, const SequencePlace& sequence);

// Returns those of all sequences that the plan doesn't exclude. Throws DatabaseError, also (42501)
// if the role can't read one.
SequencePlaces ReadSequencePlaces(Session& session, SideName side, const Plan& plan);

}  // namespace gonogo
