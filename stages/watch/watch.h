// The comparison of all relations again and again, while both sides are written: rows that only lag
// are read again until they agree, and drift that persists is counted, relation by relation.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/forms/compared_relation.h"
#include "compare/passes/scan.h"
#include "core/plan/plan.h"
#include "core/text/json.h"
#include "fixtures/session/connection_string.h"

namespace gonogo {

struct WatchOptions {
  std::chrono::milliseconds every{30'000};  // from the beginning of a round to that of the next
  std::chrono::milliseconds duration{0};    // after which no round begins; zero: one round
  std::int64_t until_green = 0;  // ends after so many green rounds in a row; 0: at the end only
  Effort effort;
};

// What one relation came to in one round.
struct RelationDrift {
  std::string relation;
  Counts counts;               // rows that differ and go on differing
  std::int64_t converged = 0;  // rows that only lagged
  std::string error;           // why nobody could tell; empty: compared
};

struct WatchRound {
  std::int64_t number = 0;
  std::string at;  // UTC
  std::chrono::milliseconds took{0};
  std::vector<RelationDrift> relations;

  bool could_tell() const;
  // Whether every relation was compared and is equal but for rows that lagged.
  bool green() const;
};

// A line of the time series: {"round", "at", "took_ms", "green", "compared", "drift": {relation:
// {...}}}, with the relations in `drift` of which there is something to say.
Json ToJson(const WatchRound& round);

// "round 3: 33 relations equal, 2 rows lagged".
std::string Describe(const WatchRound& round);

struct WatchResult {
  std::int64_t rounds = 0;
  std::int64_t green_in_a_row = 0;
  std::int64_t red_rounds = 0;
  std::int64_t lagged = 0;  // rows that only lagged, of all rounds
  WatchRound last;

  // Why it did not end green; empty where it did.
  std::string ReasonForNoGo(const WatchOptions& options) const;
};

// Every relation of the plan, compared as the plan's own checks of contents do, and rows that
// differ read again for so long.
std::vector<ComparedRelation> WatchedRelations(const Plan& plan, std::chrono::milliseconds recheck);

// Watches. `each` hears of every round as it ends. A round that cannot connect or compare says so
// in its relations, and is not green. Throws Interrupted.
WatchResult Watch(const ConnectionString& source, const ConnectionString& target,
                  const Limits& limits, const std::vector<ComparedRelation>& relations,
                  const WatchOptions& options, const std::function<void(const WatchRound&)>& each);

}  // namespace gonogo
