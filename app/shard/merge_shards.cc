#include "app/shard/merge_shards.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "app/context/migration_of.h"
#include "app/plan/plan_file.h"
#include "app/run/merged_run.h"
#include "app/run/run.h"
#include "app/sealing/seal.h"
#include "app/shard/attempts.h"
#include "app/shard/merge_fleet_shards.h"
#include "app/shard/run_shard.h"
#include "app/shard/set_folder.h"
#include "app/shard/shard_part.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// What prevents GO besides the results of cases.
class Contradictions {
 public:
  Contradictions(const SetFolder& in, const Attempts& attempts, const std::vector<ShardPart>& parts,
                 const Plan& plan)
      : in_(in), attempts_(attempts), parts_(parts), all_(MissingShards(in, attempts, plan)) {}

  std::vector<std::string> All() && {
    for (const ShardPart& part : parts_) {
      all_.insert(all_.end(), part.disagreements.begin(), part.disagreements.end());
    }
    for (const std::string& name : attempts_.unknown) {
      all_.push_back(fmt::format("{} isn't what a shard leaves", (in_.folder / name).string()));
    }
    if (in_.set.state == OneState::kFrozen) {
      AddWritten();
    } else {
      AddOtherSnapshots();
    }
    return std::move(all_);
  }

 private:
  // A shard proves that nobody wrote between the plan and its end.
  void AddWritten() {
    for (const auto& [shard, attempts] : attempts_.finished) {
      for (const FinishedAttempt& attempt : attempts) {
        for (const auto& [name, side] : in_.set.sides) AddWritten(shard, name, side, attempt.done);
      }
    }
  }

  void AddWritten(std::int64_t shard, const std::string& name, const ShardedSide& side,
                  const Done& done) {
    const auto mark = done.marks.find(name);
    const std::string why = mark == done.marks.end()
                                ? "nobody looked whether the " + name + " was written to"
                                : WhyNotFrozen(name, side.mark, mark->second);
    if (why.empty() || !told_.insert(why).second) return;
    all_.push_back(fmt::format(
        "{} while the shards ran (seen by shard {}), so they saw different states: fence it, or use "
        "gonogo shard plan --hold",
        why, shard));
  }

  void AddOtherSnapshots() {
    std::map<std::string, std::pair<std::int64_t, std::string>> first;  // by side
    for (const ShardPart& part : parts_) {
      for (const auto& snapshots : part.snapshots) {
        for (const auto& [side, snapshot] : snapshots) {
          if (!in_.set.sides.contains(side)) continue;
          const auto [entry, is_new] = first.try_emplace(side, part.shard, snapshot);
          if (is_new || entry->second.second == snapshot) continue;
          all_.push_back(fmt::format("shards {} and {} had different snapshots of the {}",
                                     entry->second.first, part.shard, side));
        }
      }
    }
  }

  const SetFolder& in_;
  const Attempts& attempts_;
  const std::vector<ShardPart>& parts_;
  std::set<std::string> told_;
  std::vector<std::string> all_;
};

}  // namespace

fs::path NewVerdictFolder(const SetFolder& in) {
  const std::string name = "verdict." + (in.set.phases.empty() ? "all" : Join(in.set.phases, "+"));
  for (int i = 1;; ++i) {
    const fs::path folder = in.folder / (i == 1 ? name : fmt::format("{}.{}", name, i));
    if (!fs::exists(folder)) return folder;
  }
}

int MergeShards(const PlanOptions& plan_options, const fs::path& folder, const RunOptions& given) {
  const Environment environment = EnvironmentOf(plan_options);
  const Plan plan = LoadPlan(plan_options.plan, environment);
  const SetFolder in = ReadSet(folder);
  RequirePlanOf(in, plan);
  if (!given.sign_key.empty()) KeyIn(given.sign_key);  // before anything is written
  RemovePublished(given.publish);
  const RunOptions options = OptionsOf(in.set, given);
  if (!in.set.fleet.empty()) return MergeFleetShards(plan, in, options);
  const MigrationFolder migration = MigrationOf(plan, environment);
  const Attempts attempts = ReadAttempts(in, kEvidenceLines);
  RunHeader header = HeaderOf(plan, migration, options);
  ForgetOrder(header);
  MergedRun merged(plan, std::move(header));
  std::vector<ShardPart> shards;
  std::vector<EvidencePart> parts;
  for (const auto& [shard, finished] : attempts.finished) {
    shards.push_back(ReadShard(plan, in, shard, finished));
    parts.push_back(shards.back().part);
    RequireOfPlan(plan, plan_options, environment, parts.back());
    merged.Add(parts.back());
  }
  RequireOneRun(plan, parts, plan.max_age_hours, UtcNow());
  for (const std::string& one : Contradictions(in, attempts, shards, plan).All()) {
    merged.AddContradiction(one);
  }
  EvidenceFolder written(options.out.empty() ? NewVerdictFolder(in) : fs::path(options.out),
                         MayShowValues(plan));
  written.Write(kShardSetFile, ReadTextFile(in.folder / kShardSetFile));
  return ConcludeMerged(plan, migration, std::move(merged).Result(), written, options);
}

}  // namespace gonogo
