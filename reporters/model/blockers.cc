// Takes the groups of core/record/cause_groups, which alone decides what belongs together.
#include "reporters/model/blockers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/plan/gate.h"
#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

using PhasesOfChecks = std::map<std::string, Phase>;  // by check

PhasesOfChecks PhasesIn(const RunHeader& run) {
  PhasesOfChecks phases;
  for (const DeclaredCase& one : run.declared) phases.emplace(one.check, one.phase);
  return phases;
}

// What a finding means, and what to do about it.
struct Advice {
  std::string means;
  std::string todo;
};

// Returns the advice on what several gates found together: rows that differ, or an object that only
// one side has.
Advice AdviceOnSharedCause(const CauseGroup& group) {
  if (!group.relation.empty()) {
    return {
        "Rows were lost, added or changed on the way to the target.",
        "See the rows with gonogo diff, then copy them again or apply what its --patch writes."};
  }
  if (group.cause.starts_with("missing on the target")) {
    return {"The application finds nothing on the target where the source has these objects.",
            "Create them on the target as pg_dump --schema-only of the source writes them."};
  }
  if (group.cause.starts_with("missing on the source")) {
    return {"The plan names what the source doesn't have.",
            "Correct the plan, or the connection to the source."};
  }
  if (group.cause.starts_with("only on the target")) {
    return {"Somebody, or a migration, created on the target what the source doesn't have.",
            "Drop them on the target, or accept them with gonogo waive."};
  }
  return {};
}

// Returns the gate of all these checks; null if they have several, or it is unknown.
const Gate* OnlyGateOf(const RunReport& report, const std::vector<std::string>& checks) {
  std::set<std::string> names;
  for (const std::string& check : checks) names.insert(GateNameOf(report, check));
  if (names.size() != 1) return nullptr;
  const auto gate = std::find_if(report.gate_table.begin(), report.gate_table.end(),
                                 [&](const Gate& one) { return one.name == *names.begin(); });
  return gate == report.gate_table.end() ? nullptr : &*gate;
}

// What the cause itself says comes first: it is more exact. The texts of a gate are about its
// findings, not about errors.
Advice AdviceOn(const CauseGroup& group, const RunReport& report) {
  const bool is_finding = group.status == Status::kFail || group.status == Status::kPass;
  if (!is_finding || !group.todo.empty()) return {"", group.todo};
  if (const Gate* const gate = OnlyGateOf(report, group.checks)) {
    return {gate->meaning, gate->remedy};
  }
  return group.checks.size() > 1 ? AdviceOnSharedCause(group) : Advice();
}

// Returns the command that runs these checks again, on throw-away servers if they were there: on
// new ones with the plan's sample, or else on a pair that the reader names. A rehearsal of stages
// can't be of single checks.
std::string CommandFor(const RunReport& report, const PhasesOfChecks& known,
                       const std::vector<std::string>& checks) {
  constexpr std::size_t kMostChecks = 6;
  if (checks.empty()) return "";
  std::set<Phase> phases;
  for (const std::string& check : checks) {
    if (const auto found = known.find(check); found != known.end()) phases.insert(found->second);
  }
  const PlanFacts& plan = report.plan;
  const RunHeader& run = report.evidence.run;
  const bool is_on_pair = run.rehearsal();
  const bool is_rehearsal = is_on_pair && (plan.has_fixture || plan.file.empty());
  std::string command = is_rehearsal ? "gonogo rehearse" : "gonogo run";
  if (!is_rehearsal) {
    for (const Phase phase : phases) command += " " + PhaseName(phase);
  }
  command += PlanOptionWords(plan.file.empty() ? run.plan_file : plan.file,
                             plan.env_file.empty() ? run.env_file : plan.env_file);
  if (is_on_pair && !is_rehearsal) command += " --pair NAME";
  const bool has_no_stages = !plan.file.empty() && plan.stages.empty();
  if (checks.size() > kMostChecks || (is_rehearsal && !has_no_stages)) return command;
  for (const std::string& check : checks) command += " --check " + ShellWord(check);
  return command;
}

// Returns since when the first of the cases has been red, if an earlier run saw it.
std::string SinceOf(const RunReport& report, const std::vector<std::string>& cases) {
  if (!report.earlier) return "";
  std::string since;
  for (const std::string& name : cases) {
    const auto found = report.earlier->red.find(name);
    if (found == report.earlier->red.end()) continue;
    if (since.empty() || found->second < since) since = found->second;
  }
  return since;
}

Blocker BlockerOf(const CauseGroup& group, const RunReport& report, const PhasesOfChecks& phases) {
  // Of a difference in contents the rows are the members, unless only a count is known.
  const auto& named = group.objects.empty() ? group.members : group.objects;
  const Advice advice = AdviceOn(group, report);
  Blocker blocker{.status = group.status,
                  .decides = group.decides,
                  .text = TextOf(group),
                  .cause = group.cause,
                  .means = advice.means,
                  .todo = advice.todo,
                  .owners = OwnersOf(group, report.evidence.run),
                  .members = {},
                  .checks = group.checks,
                  .cases = group.cases,
                  .since = SinceOf(report, group.cases),
                  .command = CommandFor(report, phases, group.checks)};
  std::set<std::string> seen;
  for (const std::string& one : named) {
    if (seen.insert(one).second) blocker.members.push_back(one);
  }
  if (!group.relation.empty() && blocker.members.size() > 1) {
    std::erase(blocker.members, group.relation);
  }
  return blocker;
}

Blocker OfWholeRun(Status status, const std::string& reason) {
  return {.status = status,
          .decides = true,
          .text = reason,
          .cause = reason,
          .means = "",
          .todo = "",
          .owners = {},
          .members = {},
          .checks = {},
          .cases = {},
          .since = "",
          .command = ""};
}

// Returns whether the run goes on and may still come to these cases.
bool IsPending(const CauseGroup& group, const RunReport& report) {
  if (!report.underway || group.status != Status::kNotRun) return false;
  const auto& done = report.evidence.cases;
  return std::none_of(done.begin(), done.end(),
                      [&](const CaseResult& one) { return one.name() == group.cases.front(); });
}

// Adds what isn't the result of a case.
void AddOfRun(const RunReport& report, Blockers& all) {
  for (const std::string& doubt : report.doubts) {
    all.untold.push_back(OfWholeRun(Status::kError, doubt));
  }
  if (report.stage) {
    const bool failed = report.stage->outcome == DecisionName(Decision::kNoGo);
    for (const std::string& reason : report.stage->reasons) {
      (failed ? all.failed : all.untold)
          .push_back(OfWholeRun(failed ? Status::kFail : Status::kError, reason));
    }
  }
  const Evidence& evidence = report.evidence;
  if (report.underway && evidence.run.declared.empty()) return;  // no check has begun
  for (const std::string& reason : report.verdict.run_reasons) {
    const auto& contradictions = evidence.contradictions;
    const bool is_doubt =
        evidence.run.declared.empty() ||
        std::find(contradictions.begin(), contradictions.end(), reason) != contradictions.end();
    (is_doubt ? all.untold : all.failed)
        .push_back(OfWholeRun(is_doubt ? Status::kError : Status::kFail, reason));
  }
}

}  // namespace

Blockers BlockersOf(const RunReport& report) {
  Blockers all;
  AddOfRun(report, all);
  const PhasesOfChecks phases = PhasesIn(report.evidence.run);
  for (const CauseGroup& group : report.groups) {
    if (IsPending(group, report)) continue;
    const bool is_untold = group.status == Status::kError || group.status == Status::kNotRun;
    (is_untold                                        ? all.untold
     : group.decides && group.status == Status::kFail ? all.failed
                                                      : all.advice)
        .push_back(BlockerOf(group, report, phases));
  }
  return all;
}

std::string CommandThatLooksAgainAt(const RunReport& report, std::span<const Blocker> blockers) {
  std::vector<std::string> checks;
  for (const Blocker& blocker : blockers) {
    for (const std::string& check : blocker.checks) {
      if (std::find(checks.begin(), checks.end(), check) == checks.end()) checks.push_back(check);
    }
  }
  return CommandFor(report, PhasesIn(report.evidence.run), checks);
}

}  // namespace gonogo
