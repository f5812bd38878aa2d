// Compares all relations again and again while the application writes to both sides.
//
// A row that differs is read again for a while: the second write of a dual-write may lag. A row
// that differs until then is drift.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/forms/compared_relation.h"
#include "compare/passes/scan.h"
#include "core/json/json.h"
#include "core/plan/plan.h"
#include "core/values/parameter.h"
#include "fixtures/connection/connection_string.h"

namespace gonogo {

struct WatchOptions {
  std::chrono::milliseconds every{30'000};  // from the start of a round to the start of the next
  std::chrono::milliseconds duration{0};    // after it no round starts; 0: one round
  std::int64_t until_green = 0;  // ends after this many green rounds in a row; 0: after `duration`
  Effort effort;
};

// The result of one relation in one round.
struct RelationDrift {
  std::string relation;
  Counts counts;               // rows that differ
  std::int64_t converged = 0;  // rows that lagged: they differed at first, and then agreed
  std::string error;           // why it couldn't be compared, or ""
};

struct WatchRound {
  std::int64_t number = 0;
  std::string at;  // UTC
  std::chrono::milliseconds took{0};
  std::vector<RelationDrift> relations;

  // Returns true if all relations could be compared.
  bool could_tell() const;
  // Returns true if all relations could be compared and none has drift.
  bool green() const;
};

// Returns a line of the time series: {"round", "at", "took_ms", "green", "compared", "drift":
// {relation: {...}}}. `drift` has the relations with drift, lag or an error.
Json ToJson(const WatchRound& round);

// Returns a summary: "round 3: 33 relations equal, 2 rows lagged".
std::string Describe(const WatchRound& round);

struct WatchResult {
  std::int64_t rounds = 0;
  std::int64_t green_in_a_row = 0;
  std::int64_t red_rounds = 0;
  std::int64_t lagged = 0;  // rows that lagged, in all rounds
  WatchRound last;

  // Returns why the result isn't GO, or "".
  std::string ReasonForNoGo(const WatchOptions& options) const;
};

// Returns every relation of the plan, to be compared as the plan's own checks of contents do.
// `recheck`: how long rows that differ are read again.
std::vector<ComparedRelation> WatchedRelations(const Plan& plan, std::chrono::milliseconds recheck);

// Returns the parameter "recheck_s" of stages that compare.
Parameter RecheckParameter();

// Compares until the options say to end. Calls `each` after each round. A round that can't connect
// or compare isn't green and has the error. Throws Interrupted.
WatchResult Watch(const ConnectionString& source, const ConnectionString& target,
                  const Limits& limits, const std::vector<ComparedRelation>& relations,
                  const WatchOptions& options, const std::function<void(const WatchRound&)>& each);

}  // namespace gonogo
