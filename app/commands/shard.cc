// gonogo shard: a run whose cases several processes or hosts share.
#include <fmt/format.h>

#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/run_context.h"
#include "app/exit_status.h"
#include "app/shard/fleet_shards.h"
#include "app/shard/held_snapshots.h"
#include "app/shard/merge_shards.h"
#include "app/shard/plan_shards.h"
#include "app/shard/run_shard.h"
#include "app/shard/set_folder.h"
#include "app/shard/shard_index.h"
#include "core/plan/shown_command.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

struct ShardCommandLine {
  ContextOptions context;
  RunOptions run;
  std::string set = "shards";  // the folder
  std::vector<std::string> phases;
  std::int64_t shards = 0;
  std::optional<std::int64_t> shard;
  bool hold = false;
  FleetOptions fleet;
};

void AddSetOption(CLI::App& command, ShardCommandLine& line) {
  command.add_option("--set", line.set, "the folder with shards.json")
      ->option_text("DIR")
      ->capture_default_str();
}

Json Summary(const SetFolder& in) {
  Json shards = Json::array();
  for (std::int64_t shard = 1; shard <= in.set.shards; ++shard) {
    std::int64_t cost = 0;
    for (const ShardUnit& unit : in.set.units) cost += unit.shard == shard ? unit.cost : 0;
    shards.push_back({{"shard", shard}, {"units", in.set.UnitsOf(shard).size()}, {"cost", cost}});
  }
  return {{"set", in.id}, {"folder", in.folder.string()}, {"shards", std::move(shards)}};
}

void PrintSummary(const SetFolder& in, const std::string& plan_words) {
  const Json summary = Summary(in);
  for (const Json& shard : summary.at("shards")) {
    const auto count = shard.at("units").get<std::int64_t>();
    std::cout << fmt::format(
        "shard {}  {}\n", shard.at("shard").get<std::int64_t>(),
        in.set.fleet.empty()
            ? fmt::format("{}, about {}", Counted(count, "case"), DataSize(shard.at("cost")))
            : Counted(count, "database"));
  }
  std::cout << fmt::format("{}/{}: {}\n", in.folder.string(), kShardSetFile, in.id);
  if (in.set.state == OneState::kHeld) {
    std::cout << "now start   " << ShardCommand(in, "hold", plan_words) << "\n";
  }
  std::cout << "then each   " << ShardCommand(in, "run --shard 1", plan_words) << "\nat the end  "
            << ShardCommand(in, "merge", plan_words) << "\n";
}

int ExecutePlan(const ShardCommandLine& line) {
  RunOptions options = line.run;
  options.phases = PhasesOf(line.phases);
  if (options.phases.empty() && options.checks.empty()) options.phases = {Phase::kGate};
  const SetFolder in =
      line.fleet.file.empty()
          ? PlanShards(MakeRunContext(line.context), options, line.shards,
                       line.hold ? OneState::kHeld : OneState::kFrozen, line.set)
          : PlanFleetShards(line.context.plan, line.fleet, options, line.shards, line.set);
  if (options.json) {
    std::cout << ToText(Summary(in), 2) << "\n";
  } else {
    PrintSummary(in, PlanOptionWords(line.context.plan.plan, line.context.plan.env_file));
  }
  return kExitGo;
}

void AddShardPlan(CLI::App& shard, int& status) {
  CLI::App* const command =
      shard.add_subcommand("plan", "share the cases of a run out, and write shards.json");
  const auto line = std::make_shared<ShardCommandLine>();
  command->add_option("PHASE", line->phases,
                      "preflight, schema, ..., or all (default: gate; with --check: all)");
  command->add_option("--shards", line->shards, "how many")
      ->required()
      ->check(CLI::Range(1, 10'000))
      ->option_text("N");
  command->add_flag("--hold", line->hold,
                    "the databases are written to: all shards join the snapshots that gonogo shard "
                    "hold keeps (default: nobody writes, which each shard proves at its end)");
  AddSetOption(*command, *line);
  line->context.AddTo(*command);
  command->add_option("--fleet", line->fleet.file, "share out the databases of this file instead")
      ->option_text("FILE")
      ->excludes("--hold");
  command->add_option("--check", line->run.checks, "only this check (repeatable)")
      ->option_text("CHECK");
  command->add_flag("--strict", line->run.strict, "count advisory findings as failures");
  command->add_flag("--json", line->run.json, "print JSON");
  AddExamples(*command, {"gonogo shard plan --shards 8 --plan plan.json",
                         "gonogo shard plan gate --shards 8 --hold --set /shared/run-1"});
  command->callback([line, &status] { status = ExecutePlan(*line); });
}

int ExecuteRun(const ShardCommandLine& line) {
  const SetFolder in = ReadSet(line.set);
  if (!in.set.fleet.empty()) {
    const Environment environment = EnvironmentOf(line.context.plan);
    return RunFleetShard(line.context.plan, in, ShardIndex(line.shard, environment, in.set.shards),
                         line.run, line.fleet.at_once);
  }
  const RunContext context = MakeRunContext(line.context);
  return RunShard(context, in, ShardIndex(line.shard, context.environment, in.set.shards),
                  line.run);
}

void AddShardRun(CLI::App& shard, int& status) {
  CLI::App* const command = shard.add_subcommand("run", "run the cases of one shard");
  const auto line = std::make_shared<ShardCommandLine>();
  command
      ->add_option("--shard", line->shard,
                   "which, from 1 (default: what JOB_COMPLETION_INDEX, SLURM_ARRAY_TASK_ID or "
                   "CI_NODE_INDEX says)")
      ->option_text("I");
  AddSetOption(*command, *line);
  line->context.AddTo(*command);
  line->run.effort.AddTo(*command);
  command->add_option("--fleet-jobs", line->fleet.at_once, "databases of a fleet at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->option_text("N");
  line->run.AddOutputTo(*command);
  command->footer(
      "Exit status: 0 no case of the shard is red, which is no verdict; 1 one is; 2 wrong usage or plan; 3 one could not "
      "be judged.");
  AddExamples(*command, {"gonogo shard run --shard 3 --plan plan.json",
                         "gonogo shard run --set /shared/run-1 --plan plan.json --quiet"});
  command->callback([line, &status] { status = ExecuteRun(*line); });
}

int ExecuteHold(const ShardCommandLine& line) {
  HoldSnapshots(MakeRunContext(line.context), ReadSet(line.set));
  return kExitGo;
}

void AddShardHold(CLI::App& shard, int& status) {
  CLI::App* const command = shard.add_subcommand(
      "hold", "keep a snapshot of each side for all shards, until all are through");
  const auto line = std::make_shared<ShardCommandLine>();
  AddSetOption(*command, *line);
  line->context.AddTo(*command);
  AddProgressOption(*command);
  AddExamples(*command, {"gonogo shard hold --plan plan.json",
                         "gonogo shard hold --set /shared/run-1 --plan plan.json"});
  command->callback([line, &status] { status = ExecuteHold(*line); });
}

void AddShardMerge(CLI::App& shard, int& status) {
  CLI::App* const command = shard.add_subcommand("merge", "judge what all shards left as one run");
  const auto line = std::make_shared<ShardCommandLine>();
  AddSetOption(*command, *line);
  line->context.plan.AddTo(*command);
  command
      ->add_option(
          "--out", line->run.out,
          "folder for the merged evidence (default: a new one, verdict.PHASE, in that of the set)")
      ->option_text("DIR");
  line->run.AddSignKeyTo(*command);
  line->run.AddOutputTo(*command);
  line->run.publish.AddTo(*command);
  AddExamples(*command, {"gonogo shard merge --plan plan.json",
                         "gonogo shard merge --set /shared/run-1 --plan plan.json --json"});
  command->callback(
      [line, &status] { status = MergeShards(line->context.plan, line->set, line->run); });
}

}  // namespace

void AddShard(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("shard", "share a run out to several processes or hosts");
  command->require_subcommand(1);
  AddShardPlan(*command, status);
  AddShardRun(*command, status);
  AddShardHold(*command, status);
  AddShardMerge(*command, status);
}

}  // namespace gonogo
