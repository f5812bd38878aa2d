// Everything that stands twice in evidence must agree: whoever edits one place is found out by the
// other. That isn't a signature: who edits all places isn't found out.
#include "app/run/evidence_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/exit_status.h"
#include "app/run/run.h"
#include "app/run/run_options.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/record/clocks.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "reporters/verdict_json.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// What the verdict of a run has besides its own: since when each case is red.
constexpr const char* kRedSince = "red_since";
constexpr std::int64_t kMostHours = 1'000'000;  // more would overflow

void RequireSamePlan(const Plan& plan, const RunHeader& run, const std::string& file) {
  if (run.plan_digest != plan.digest) {
    const auto changed = plan.ChangedFiles(run.files);
    throw PlanError(fmt::format("{} is evidence of another plan (sha256 {}, not {}{})", file,
                                run.plan_digest.substr(0, 12), plan.digest.substr(0, 12),
                                changed.empty() ? "" : "; changed since: " + Join(changed, ", ")));
  }
  if (run.tool != ToolName()) {
    throw PlanError(fmt::format("{} was written by {}, but this is {}: run the checks again", file,
                                run.tool, ToolName()));
  }
}

using Severities = std::map<std::string, Severity>;  // by the name of the case

Severities SeveritiesOf(const std::vector<DeclaredCase>& declared) {
  Severities severities;
  for (const DeclaredCase& one : declared) severities[one.name()] = one.severity;
  return severities;
}

// `wanted`: the cases that the plan declares for this evidence.
void RequireDeclaredCases(const Plan& plan, const std::vector<DeclaredCase>& wanted,
                          const Evidence& evidence, const std::string& file) {
  const RunHeader& run = evidence.run;
  const Severities declared = SeveritiesOf(run.declared);
  if (declared != SeveritiesOf(wanted)) {
    throw PlanError(file + " declares other cases than the plan does");
  }
  const auto planned = DeclaredCases(plan, PhasesOf(run.phases), {}).size();
  if (run.planned != static_cast<std::int64_t>(planned)) {
    throw PlanError(file + " counts other cases of the plan than there are");
  }
  for (const CaseResult& result : evidence.cases) {
    const auto found = declared.find(result.name());
    if (found == declared.end()) {
      throw PlanError(fmt::format("{} has a case {} that it doesn't declare", file, result.name()));
    }
    if (found->second == result.severity) continue;
    throw PlanError(fmt::format("{}: the severity of {} isn't the plan's", file, result.name()));
  }
}

void AddOrRequireVerdict(const fs::path& folder, Evidence& evidence) {
  const fs::path file = folder / "verdict.json";
  if (!fs::exists(file)) {
    evidence.contradictions.push_back(folder.string() + " has no verdict: its run didn't end");
    return;
  }
  try {
    RequireOwnVerdict(evidence, Judge(evidence), ReadTextFile(file));
  } catch (const std::exception& error) {
    throw PlanError(fmt::format("{}: {}", file.string(), WhatIsWrong(error)));
  }
}

void RequireAge(const EvidencePart& part, std::int64_t hours, const std::string& now) {
  const RunHeader& run = part.evidence.run;
  const std::string latest = LatestTime(run);
  if (TimeBetween(latest, now) < -kMostClockSkew) {
    throw PlanError(fmt::format("{} is evidence of {}, but it is {} now: a clock is wrong",
                                part.folder.string(), latest, now));
  }
  const auto age = TimeBetween(run.started, now);
  if (hours == 0 || age <= std::chrono::hours(std::min(hours, kMostHours))) return;
  throw PlanError(
      fmt::format("{} is evidence of {}, {} ago, but may be at most {} h old: run its checks again",
                  part.folder.string(), run.started, DurationText(age), hours));
}

void RequireTogether(const std::vector<EvidencePart>& parts, std::int64_t hours) {
  const auto [first, last] =
      std::minmax_element(parts.begin(), parts.end(), [](const auto& one, const auto& other) {
        return one.evidence.run.started < other.evidence.run.started;
      });
  const std::string& began = first->evidence.run.started;
  const std::string& ended = last->evidence.run.started;
  if (hours == 0 || TimeBetween(began, ended) <= std::chrono::hours(std::min(hours, kMostHours))) {
    return;
  }
  throw PlanError(fmt::format("{} began at {}, {} at {}: they may be at most {} h apart",
                              first->folder.string(), began, last->folder.string(), ended, hours));
}

std::string FileIn(const fs::path& folder) { return (folder / "evidence.jsonl").string(); }

EvidencePart ReadLines(const Plan& plan, const fs::path& folder) {
  const std::string file = FileIn(folder);
  EvidencePart part{folder, ParseEvidence(ReadTextFile(file), file)};
  RequireSamePlan(plan, part.evidence.run, file);
  const auto backward = BackwardTimes(part.evidence);
  if (!backward.empty()) throw PlanError(file + ": " + backward.front());
  return part;
}

}  // namespace

void RequireOwnVerdict(const Evidence& evidence, const Verdict& verdict, const std::string& text) {
  if (!text.starts_with('{')) throw PlanError("there are bytes before the object");
  const Json given = ParseRecord(text);
  const std::string finished = given.at("finished");
  const Json own = VerdictJson(evidence, verdict, ExitStatusOf(verdict.decision), finished);
  for (const auto& [key, value] : own.items()) {
    if (!given.contains(key)) {
      throw PlanError(fmt::format("\"{}\" is missing: another build wrote it", key));
    }
    if (given.at(key) == value) continue;
    throw PlanError(fmt::format("\"{}\" isn't what follows from the lines in evidence.jsonl", key));
  }
  for (const auto& [key, value] : given.items()) {
    if (own.contains(key) || key == kRedSince) continue;
    throw PlanError(fmt::format("\"{}\" isn't a member that gonogo writes", Printable(key)));
  }
  if (TimeBetween(evidence.run.started, finished) < -kMostClockSkew) {
    throw PlanError(
        fmt::format("the run ended at {}, before it began at {}", finished, evidence.run.started));
  }
}

EvidencePart ReadEvidencePart(const Plan& plan, const fs::path& folder) {
  EvidencePart part = ReadLines(plan, folder);
  const RunHeader& run = part.evidence.run;
  if (run.shard) {
    throw PlanError(fmt::format("{} is of shard {} of {}, which only gonogo shard merge judges",
                                folder.string(), run.shard->shard, run.shard->of));
  }
  RequireDeclaredCases(plan, DeclaredCases(plan, PhasesOf(run.phases), run.checks), part.evidence,
                       FileIn(folder));
  AddOrRequireVerdict(folder, part.evidence);
  return part;
}

EvidencePart ReadShardPart(const Plan& plan, const std::set<std::string>& units,
                           const fs::path& folder) {
  EvidencePart part = ReadLines(plan, folder);
  const RunHeader& run = part.evidence.run;
  std::vector<DeclaredCase> wanted = DeclaredCases(plan, PhasesOf(run.phases), run.checks);
  std::erase_if(wanted, [&](const DeclaredCase& one) { return !units.contains(one.name()); });
  RequireDeclaredCases(plan, wanted, part.evidence, FileIn(folder));
  return part;
}

void RequireOneRun(const Plan& plan, const std::vector<EvidencePart>& parts, std::int64_t hours,
                   const std::string& now) {
  std::map<std::string, fs::path> folders;  // by run
  for (const EvidencePart& part : parts) {
    const std::string& run = part.evidence.run.run;
    const auto [first, is_new] = folders.emplace(run, part.folder);
    if (!is_new) {
      throw PlanError(fmt::format("{} and {} are of the same run, {}; name only one of them",
                                  first->second.string(), part.folder.string(), run));
    }
    RequireAge(part, hours, now);
  }
  if (!parts.empty()) RequireTogether(parts, plan.max_age_hours);
}

}  // namespace gonogo
