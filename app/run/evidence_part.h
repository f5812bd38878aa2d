// The evidence of one process: read, and refused if it contradicts itself or the plan.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/evidence.h"

namespace gonogo {

struct EvidencePart {
  std::filesystem::path folder;
  Evidence evidence;
};

// Reads the evidence in the folder. A process that was killed leaves no verdict, which becomes a
// contradiction. Throws PlanError if
// - a line is invalid, or its status isn't the one that follows from its findings,
// - it is of another plan, another version of gonogo, or declares other cases than the plan does,
// - it has a case that it doesn't declare,
// - its verdict.json isn't the one that follows from its lines,
// - its times run backwards.
EvidencePart ReadEvidencePart(const Plan& plan, const std::filesystem::path& folder);

// Does the same for a shard, which declares these cases of the plan and has no verdict.
EvidencePart ReadShardPart(const Plan& plan, const std::set<std::string>& units,
                           const std::filesystem::path& folder);

// Throws PlanError if the text of a verdict.json isn't that of the evidence, whose verdict is what
// Judge makes of it.
void RequireOwnVerdict(const Evidence& evidence, const Verdict& verdict, const std::string& text);

// Throws PlanError if a part is older at `now` than `hours` (0: without limit) or later than `now`,
// if two are of the same run, or if they began further apart than the plan's max_age_hours.
void RequireOneRun(const Plan& plan, const std::vector<EvidencePart>& parts, std::int64_t hours,
                   const std::string& now);

}  // namespace gonogo
