// The evidence of one shard: what its attempts saw, as if there were one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/run/evidence_part.h"
#include "app/shard/attempts.h"
#include "core/plan/plan.h"

namespace gonogo {

struct ShardPart {
  std::int64_t shard = 0;
  EvidencePart part;
  // Of each attempt, by the side that it is of: pg_current_snapshot().
  std::vector<std::map<std::string, std::string>> snapshots;
  std::vector<std::string> disagreements;  // between attempts
};

// Reads the finished attempts of a shard, of which there is at least one. A case that an attempt
// couldn't look at has the result of another one. Throws PlanError if evidence is of another plan,
// shard or servers, or lacks a case.
ShardPart ReadShard(const Plan& plan, const SetFolder& in, std::int64_t shard,
                    const std::vector<FinishedAttempt>& attempts);

}  // namespace gonogo
