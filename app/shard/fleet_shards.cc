#include "app/shard/fleet_shards.h"

#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/exit_status.h"
#include "app/fleet/fleet_file.h"
#include "app/fleet/fleet_run.h"
#include "app/fleet/prepared_fleet.h"
#include "app/progress.h"
#include "app/run/evidence_folder.h"
#include "app/run/run.h"
#include "app/shard/attempt.h"
#include "app/shard/run_shard.h"
#include "core/fleet/fleet_verdict.h"
#include "core/plan/declared_case.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

void Print(const FleetVerdict& verdict, const SetFolder& in, std::int64_t shard,
           const std::filesystem::path& folder) {
  std::string text = fmt::format(
      "shard {} of {}: {} GO, {} NO-GO, {} undecided. This is no verdict: gonogo shard merge judges "
      "all.\n",
      shard, in.set.shards, Counted(verdict.go, "database"), verdict.no_go, verdict.undecided);
  for (const std::string& reason : verdict.Reasons()) text += fmt::format("  {}\n", reason);
  std::cout << Printable(text + fmt::format("  evidence: {}\n", folder.string()));
}

}  // namespace

SetFolder PlanFleetShards(const PlanOptions& plan, const FleetOptions& fleet,
                          const RunOptions& options, std::int64_t shards,
                          const std::filesystem::path& folder) {
  const PreparedFleet prepared = PrepareFleet(ReadFleet(fleet.file), plan, fleet.databases);
  RequireValidSelection(prepared.plan, options.phases, options.checks);
  const FleetHeader header = FleetHeaderOf(prepared, options);
  ShardSet set{.run = header.run,
               .tool = header.tool,
               .plan = header.plan,
               .plan_digest = header.plan_digest,
               .arguments = "",
               .strict = header.strict,
               .phases = header.phases,
               .checks = header.checks,
               .created = UtcNow(),
               .state = OneState::kFrozen,
               .shards = shards,
               .sides = {},
               .units = {},
               .fleet = fleet.file};
  for (const FleetMember& one : header.databases) {
    set.units.push_back({.name = one.name, .cost = 1});
  }
  ShareOut(set.units, shards, "database");
  return WriteSet(folder, std::move(set));
}

int RunFleetShard(const PlanOptions& plan, const SetFolder& in, std::int64_t shard,
                  const RunOptions& options, std::size_t at_once) {
  const PreparedFleet prepared = PrepareFleet(ReadFleet(in.set.fleet), plan, in.set.UnitsOf(shard));
  RequirePlanOf(in, prepared.plan);
  const RunOptions shared = OptionsOf(in.set, options);
  FleetRecord record{.fleet = FleetHeaderOf(prepared, shared)};
  Attempt attempt(in.folder, shard);
  EvidenceFolder folder(attempt.folder(), MayShowValues(prepared.plan), kFleetLines);
  folder.Append(ToJson(record.fleet));
  RunDatabases(prepared.plan.file, prepared.databases, folder.path(), shared, at_once,
               [&](DatabaseResult result) {
                 folder.Append(ToJson(result));
                 record.results.push_back(std::move(result));
                 ShowProgressLine(fmt::format("  ...    {} of {}", record.results.size(),
                                              Counted(prepared.databases.size(), "database")));
               });
  ClearProgressLine();
  folder.Sync();
  attempt.Finish({.set = in.id,
                  .shard = shard,
                  .run = record.fleet.run,
                  .units = static_cast<std::int64_t>(record.results.size()),
                  .evidence = "",
                  .marks = {}},
                 kFleetLines);
  const FleetVerdict verdict = JudgeFleet(record);
  if (!options.json) Print(verdict, in, shard, attempt.folder());
  return ExitStatusOf(verdict.decision);
}

}  // namespace gonogo
