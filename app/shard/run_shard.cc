#include "app/shard/run_shard.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <utility>

#include "app/exit_status.h"
#include "app/run/cases_run.h"
#include "app/run/run.h"
#include "app/shard/attempt.h"
#include "app/shard/held_snapshots.h"
#include "app/shard/marks.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/plan/named_paths.h"
#include "core/plan/shown_values.h"
#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

RunHeader HeaderOfShard(const RunContext& context, const SetFolder& in, std::int64_t shard,
                        const RunOptions& options) {
  RunHeader header = HeaderOf(context.plan, context.migration, options);
  const auto names = in.set.UnitsOf(shard);
  const std::set<std::string> units(names.begin(), names.end());
  std::erase_if(header.declared,
                [&](const DeclaredCase& one) { return !units.contains(one.name()); });
  header.arguments = ArgumentsDigest(context.plan, header.declared);
  std::erase_if(header.about, [&](const auto& about) {
    return std::none_of(header.declared.begin(), header.declared.end(),
                        [&](const DeclaredCase& one) { return one.check == about.first; });
  });
  ForgetOrder(header);
  header.shard = ShardOf{.set = in.id, .shard = shard, .of = in.set.shards};
  return header;
}

// Judged as if its cases were all.
Verdict VerdictOnCases(Evidence evidence) {
  evidence.run.shard.reset();
  return Judge(evidence);
}

std::map<std::string, FrozenMark> MarksAtEnd(const RunContext& context, const ShardSet& set) {
  if (set.state == OneState::kHeld) return {};
  std::map<std::string, FrozenMark> before;
  for (const auto& [name, side] : set.sides) before[name] = side.mark;
  return MarksSince(before, context);
}

// Returns why the shards can't have seen one state; none if they have.
std::vector<std::string> WhyWritten(const ShardSet& set,
                                    const std::map<std::string, FrozenMark>& marks) {
  std::vector<std::string> why;
  for (const auto& [side, mark] : marks) {
    const std::string reason = WhyNotFrozen(side, set.sides.at(side).mark, mark);
    if (!reason.empty()) why.push_back(reason);
  }
  return why;
}

void Print(const Verdict& verdict, const RunHeader& run, const std::filesystem::path& folder) {
  constexpr std::size_t kMostReasons = 10;
  std::string text = fmt::format(
      "\nshard {} of {}: {} passed, {} failed, {} errors, {} not run. This is no verdict: gonogo "
      "shard merge judges all.\n",
      run.shard->shard, run.shard->of, verdict.passed + verdict.waived, verdict.failed,
      verdict.errors, verdict.not_run);
  const std::size_t shown = std::min(kMostReasons, verdict.reasons.size());
  for (std::size_t i = 0; i < shown; ++i) text += fmt::format("  {}\n", verdict.reasons[i]);
  if (verdict.reasons.size() > shown) {
    text += fmt::format("  and {} more\n", verdict.reasons.size() - shown);
  }
  std::cout << Printable(text + fmt::format("  evidence: {}\n", folder.string()));
}

}  // namespace

RunOptions OptionsOf(const ShardSet& set, RunOptions options) {
  options.phases = PhasesOf(set.phases);
  options.checks = set.checks;
  options.strict = set.strict;
  return options;
}

void ForgetOrder(RunHeader& header) {
  for (auto& [check, facts] : header.about) facts.after.reset();
}

void RequirePlanOf(const SetFolder& in, const Plan& plan) {
  const ShardSet& set = in.set;
  const std::string file = (in.folder / kShardSetFile).string();
  if (set.plan_digest != plan.digest) {
    throw PlanError(
        fmt::format("{} shares out another plan (sha256 {}, not {}): share the run out anew", file,
                    set.plan_digest.substr(0, 12), plan.digest.substr(0, 12)));
  }
  if (set.tool != ToolName()) {
    throw PlanError(fmt::format("{} was written by {}, but this is {}: share the run out anew",
                                file, set.tool, ToolName()));
  }
  if (!set.fleet.empty()) return;  // parameters may differ between its databases
  const auto declared = DeclaredCases(plan, PhasesOf(set.phases), set.checks);
  if (set.arguments != ArgumentsDigest(plan, declared)) {
    throw PlanError(fmt::format(
        "parameters of checks have other values from the environment here than when {} was written: "
        "give all the same variables or --env-file",
        file));
  }
}

void RequireServersOf(const ShardSet& set, const RunHeader& run) {
  for (const Server& server : run.servers) {
    const auto side = set.sides.find(server.side);
    if (side == set.sides.end() || !server.error.empty()) continue;
    if (side->second.system_identifier == server.system_identifier &&
        side->second.database_oid == server.database_oid) {
      continue;
    }
    throw PlanError(fmt::format("the {} isn't the one that the run was shared out for: {}, not {}",
                                server.side, server.address, side->second.address));
  }
}

int RunShard(const RunContext& context, const SetFolder& in, std::int64_t shard,
             const RunOptions& options) {
  RequirePlanOf(in, context.plan);
  const RunOptions shared = OptionsOf(in.set, options);
  RunHeader header = HeaderOfShard(context, in, shard, shared);
  const PerSide<std::string> snapshots =
      in.set.state == OneState::kHeld ? HeldSnapshots(in) : PerSide<std::string>{};
  Attempt attempt(in.folder, shard);
  EvidenceFolder folder(attempt.folder(), MayShowValues(context.plan));
  const CasesRan ran = RunCases(context, shared, std::move(header), folder, snapshots);
  if (!ran.unreached.empty()) throw DatabaseError(Join(ran.unreached, "\ngonogo: "), "");
  const Evidence& evidence = ran.evidence;
  RequireServersOf(in.set, evidence.run);
  folder.Sync();
  const auto marks = MarksAtEnd(context, in.set);
  attempt.Finish({.set = in.id,
                  .shard = shard,
                  .run = evidence.run.run,
                  .units = static_cast<std::int64_t>(evidence.cases.size()),
                  .evidence = "",
                  .marks = marks},
                 kEvidenceLines);
  const Verdict verdict = VerdictOnCases(evidence);
  if (!options.json) Print(verdict, evidence.run, attempt.folder());
  const int status = ExitStatusOf(verdict.decision);
  const auto written = WhyWritten(in.set, marks);
  if (written.empty()) return status;
  std::cerr << fmt::format(
      "gonogo: {} since the run was shared out: fence it, or use gonogo shard plan --hold\n",
      Join(written, "; "));
  return status == kExitGo ? kExitUndecided : status;
}

}  // namespace gonogo
