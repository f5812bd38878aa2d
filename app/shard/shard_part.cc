#include "app/shard/shard_part.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "app/shard/run_shard.h"
#include "core/error.h"
#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

EvidencePart PartOf(const Plan& plan, const SetFolder& in, std::int64_t shard,
                    const FinishedAttempt& attempt) {
  const auto names = in.set.UnitsOf(shard);
  const std::set<std::string> units(names.begin(), names.end());
  EvidencePart part = ReadShardPart(plan, units, attempt.folder);
  const RunHeader& run = part.evidence.run;
  if (!run.shard || run.shard->set != in.id || run.shard->shard != shard ||
      run.run != attempt.done.run) {
    throw PlanError(fmt::format("{} has evidence of another shard than its {} says",
                                attempt.folder.string(), kDoneFile));
  }
  std::set<std::string> ran;
  for (const CaseResult& result : part.evidence.cases) ran.insert(result.name());
  if (ran != units || part.evidence.cases.size() != units.size()) {
    throw PlanError(fmt::format("{} has results of {} of its {}", attempt.folder.string(),
                                ran.size(), Counted(units.size(), "case")));
  }
  RequireServersOf(in.set, run);
  return part;
}

std::map<std::string, std::string> SnapshotsOf(const EvidencePart& part) {
  std::map<std::string, std::string> snapshots;
  for (const Server& server : part.evidence.run.servers) {
    if (server.error.empty()) snapshots[server.side] = server.snapshot;
  }
  return snapshots;
}

// An attempt that could not look says nothing about what another one saw.
bool HasLooked(const CaseResult& result) {
  const Status status = StatusOf(result, false);
  return status != Status::kError && status != Status::kNotRun;
}

bool Agree(const CaseResult& one, const CaseResult& other) {
  return StatusOf(one, false) == StatusOf(other, false) &&
         one.outcome.findings == other.outcome.findings;
}

void Join(ShardPart& joined, std::int64_t first, const EvidencePart& part, std::int64_t attempt) {
  std::map<std::string, const CaseResult*> others;
  for (const CaseResult& result : part.evidence.cases) others[result.name()] = &result;
  for (CaseResult& result : joined.part.evidence.cases) {
    const CaseResult& other = *others.at(result.name());
    if (!HasLooked(other)) continue;
    if (!HasLooked(result)) {
      result = other;
    } else if (!Agree(result, other)) {
      joined.disagreements.push_back(
          fmt::format("attempts {} and {} of shard {} don't agree on {}: {} and {}", first, attempt,
                      joined.shard, result.name(), StatusName(StatusOf(result, false)),
                      StatusName(StatusOf(other, false))));
    }
  }
  auto& contradictions = joined.part.evidence.contradictions;
  contradictions.insert(contradictions.end(), part.evidence.contradictions.begin(),
                        part.evidence.contradictions.end());
}

}  // namespace

ShardPart ReadShard(const Plan& plan, const SetFolder& in, std::int64_t shard,
                    const std::vector<FinishedAttempt>& attempts) {
  ShardPart joined{.shard = shard, .part = {}, .snapshots = {}, .disagreements = {}};
  for (const FinishedAttempt& attempt : attempts) {
    EvidencePart part = PartOf(plan, in, shard, attempt);
    joined.snapshots.push_back(SnapshotsOf(part));
    if (joined.snapshots.size() == 1) {
      joined.part = std::move(part);
    } else {
      Join(joined, attempts.front().attempt, part, attempt.attempt);
    }
  }
  return joined;
}

}  // namespace gonogo
