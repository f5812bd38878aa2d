// Takes the groups of core/record/cause_groups, which alone decides what belongs together.
#include "reporters/model/blockers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

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

// Returns the command that runs these checks again, on throw-away servers if they were there.
std::string CommandFor(const RunReport& report, const PhasesOfChecks& known,
                       const std::vector<std::string>& checks) {
  constexpr std::size_t kMostChecks = 6;
  if (checks.empty()) return "";
  std::set<Phase> phases;
  for (const std::string& check : checks) {
    if (const auto found = known.find(check); found != known.end()) phases.insert(found->second);
  }
  std::string command = report.evidence.run.rehearsal() ? "gonogo rehearse" : "gonogo run";
  if (!report.evidence.run.rehearsal()) {
    for (const Phase phase : phases) command += " " + PhaseName(phase);
  }
  if (!report.plan.file.empty()) command += " --plan " + ShellWord(report.plan.file);
  if (checks.size() > kMostChecks) return command;
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
  Blocker blocker{.status = group.status,
                  .decides = group.decides,
                  .cause = group.cause,
                  .todo = group.todo,
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
          .cause = reason,
          .todo = "",
          .members = {},
          .checks = {},
          .cases = {},
          .since = "",
          .command = ""};
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
    const bool is_untold = group.status == Status::kError || group.status == Status::kNotRun;
    (is_untold                                        ? all.untold
     : group.decides && group.status == Status::kFail ? all.failed
                                                      : all.advice)
        .push_back(BlockerOf(group, report, phases));
  }
  return all;
}

}  // namespace gonogo
