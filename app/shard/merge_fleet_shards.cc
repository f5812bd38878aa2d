// The evidence of each database is copied, and judged again: the lines of a shard only say with
// which status its run ended.
#include "app/shard/merge_fleet_shards.h"

#include <fmt/format.h>

#include <iostream>
#include <map>
#include <utility>

#include "app/fleet/database_evidence.h"
#include "app/fleet/fleet_conclusion.h"
#include "app/operator.h"
#include "app/pipeline_url.h"
#include "app/process_environment.h"
#include "app/run/evidence_folder.h"
#include "app/run/run.h"
#include "app/shard/attempts.h"
#include "app/shard/merge_shards.h"
#include "core/error.h"
#include "core/fleet/fleet.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// A database that a finished attempt gated.
struct Gated {
  FleetMember member;
  DatabaseResult result;
  fs::path evidence;
  fs::path attempt;
};

class Gathering {
 public:
  explicit Gathering(const SetFolder& in) : in_(in) {}

  std::map<std::string, Gated> All(const Attempts& attempts) && {
    for (const auto& [shard, finished] : attempts.finished) {
      for (const FinishedAttempt& attempt : finished) Add(shard, attempt);
    }
    return std::move(gated_);
  }

 private:
  void Add(std::int64_t shard, const FinishedAttempt& attempt) {
    const std::string file = (attempt.folder / kFleetLines).string();
    FleetRecord record = ParseFleet(ReadTextFile(file), file);
    std::vector<std::string> names;
    for (const FleetMember& one : record.fleet.databases) names.push_back(one.name);
    if (names != in_.set.UnitsOf(shard) || record.fleet.run != attempt.done.run ||
        record.fleet.plan_digest != in_.set.plan_digest) {
      throw PlanError(file + " isn't of the databases of its shard");
    }
    for (const FleetMember& member : record.fleet.databases) {
      Add(member, ResultOf(record, member.name, file), attempt.folder);
    }
  }

  static DatabaseResult ResultOf(const FleetRecord& record, const std::string& name,
                                 const std::string& file) {
    const DatabaseResult* found = nullptr;
    for (const DatabaseResult& one : record.results) {
      if (one.database != name) continue;
      if (found != nullptr) throw PlanError(fmt::format("{}: {} ran twice", file, name));
      found = &one;
    }
    if (found == nullptr) throw PlanError(fmt::format("{}: {} didn't run", file, name));
    return *found;
  }

  void Add(const FleetMember& member, DatabaseResult result, const fs::path& attempt) {
    const fs::path evidence = attempt / kDatabasesFolder / member.name;
    result.evidence = DatabaseEvidenceIn(evidence);
    const Gated next{member, std::move(result), evidence, attempt};
    const auto [place, is_new] = gated_.try_emplace(member.name, next);
    if (is_new) return;
    // An attempt that could not look says nothing about what another one saw.
    Gated& first = place->second;
    if (next.result.evidence.decision == Decision::kUndecided) return;
    if (first.result.evidence.decision == Decision::kUndecided) {
      first = next;
    } else if (first.result.evidence.decision != next.result.evidence.decision) {
      throw PlanError(fmt::format(
          "{} and {} don't agree on {}: {} and {}. Find out why, and remove the one that is wrong",
          first.attempt.string(), attempt.string(), member.name, first.result.evidence.text,
          next.result.evidence.text));
    }
  }

  const SetFolder& in_;
  std::map<std::string, Gated> gated_;
};

void RequireKnown(const SetFolder& in, const Attempts& attempts) {
  if (attempts.unknown.empty()) return;
  throw PlanError(fmt::format("{} isn't what a shard leaves: remove it",
                              (in.folder / attempts.unknown.front()).string()));
}

FleetHeader HeaderOfAll(const Plan& plan, const SetFolder& in,
                        const std::map<std::string, Gated>& gated) {
  const Operator current = CurrentOperator();
  const ShardSet& set = in.set;
  FleetHeader header{.run = set.run,
                     .tool = ToolName(),
                     .plan = plan.name,
                     .plan_file = plan.file,
                     .file = set.fleet,
                     .plan_digest = plan.digest,
                     .strict = set.strict,
                     .phases = set.phases,
                     .checks = set.checks,
                     .rows = static_cast<std::int64_t>(set.units.size()),
                     .started = set.created,
                     .who = current.user,
                     .host = current.host,
                     .pipeline = PipelineUrl(ProcessEnvironment())};
  for (const ShardUnit& unit : set.units) {
    const auto found = gated.find(unit.name);
    header.databases.push_back(found == gated.end() ? FleetMember{.name = unit.name}
                                                    : found->second.member);
  }
  return header;
}

}  // namespace

int MergeFleetShards(const Plan& plan, const SetFolder& in, const RunOptions& options) {
  const Attempts attempts = ReadAttempts(in, kFleetLines, kDatabasesFolder);
  RequireKnown(in, attempts);
  const std::map<std::string, Gated> gated = Gathering(in).All(attempts);
  FleetRecord record{.fleet = HeaderOfAll(plan, in, gated)};
  EvidenceFolder folder(options.out.empty() ? NewVerdictFolder(in) : fs::path(options.out),
                        MayShowValues(plan), kFleetLines);
  folder.Append(ToJson(record.fleet));
  for (const auto& [name, one] : gated) {
    if (fs::exists(one.evidence)) {
      fs::create_directories(folder.path() / kDatabasesFolder);
      fs::copy(one.evidence, folder.path() / kDatabasesFolder / name, fs::copy_options::recursive);
    }
    folder.Append(ToJson(one.result));
    record.results.push_back(one.result);
  }
  folder.Write(kShardSetFile, ReadTextFile(in.folder / kShardSetFile));
  for (const std::string& missing : MissingShards(in, attempts, plan)) {
    std::cerr << "gonogo: " << Printable(missing) << "\n";
  }
  return ConcludeFleet(std::move(record), folder, options);
}

}  // namespace gonogo
