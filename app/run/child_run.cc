// Runs checks in a child process, `gonogo run`, and compares its verdict with its exit status.
#include "app/run/child_run.h"

#include <algorithm>
#include <map>

#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run/latest_run.h"
#include "app/sealing/folder_sums.h"
#include "core/json/json.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"
#include "core/text/digest.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "reporters/model/tables.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> CommandOf(const RunContext& context, const RunOptions& options) {
  std::vector<std::string> words = {"/proc/self/exe", "run", "--plan", context.plan.file};
  const std::vector<std::string> arguments = ArgumentsOf(options);
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

// Adds the cases that passed on waivers: the result counts as long as all of them are in force.
void AddWaived(const Evidence& read, CasesResult& result) {
  for (const CaseResult& one : read.cases) {
    if (StatusOf(one, read.run) != Status::kWaived) continue;
    Json waivers = Json::array();
    for (const auto& [waiver, findings] : AcceptanceOf(one, read.run).by) {
      Json accepted = ToBriefJson(*waiver);
      accepted["id"] = waiver->id();
      accepted["findings"] = findings;
      waivers.push_back(std::move(accepted));
    }
    result.waived.push_back(
        {{"check", one.check}, {"subject", one.subject}, {"waivers", std::move(waivers)}});
  }
}

// Adds how many rows the tables have that were counted, each table once.
void AddCounted(const Evidence& read, CasesResult& result) {
  std::map<std::string, RelationRows> tables;
  for (const RelationRows& one : RowsOf(read)) tables.emplace(one.relation, one);
  if (tables.empty()) return;
  std::int64_t source = 0;
  std::int64_t target = 0;
  for (const auto& [name, rows] : tables) {
    source += rows.source;
    target += rows.target;
  }
  result.counted = {{"tables", tables.size()}, {"source_rows", source}, {"target_rows", target}};
}

// Adds a reason that the child hasn't printed, because it doesn't know it.
void Doubt(const std::string& reason, bool json, CasesResult& result) {
  PrintLine("  " + reason, json);
  result.status = kExitUndecided;
  result.reasons.push_back(reason);
}

// Adds what the verdict in `evidence` says.
void ReadVerdict(const fs::path& evidence, const Plan& plan, bool json, CasesResult& result) {
  const fs::path file = evidence / "verdict.json";
  if (!fs::exists(file)) {
    return Doubt("the run of the checks left no verdict in " + evidence.string(), json, result);
  }
  const Json verdict = ParseRecord(ReadTextFile(file));
  for (const Json& reason : verdict.at("summary")) result.reasons.push_back(reason);
  for (const char* kind : {"passed", "failed", "errors", "not_run", "waived"}) {
    result.cases[kind] = verdict.at("cases").at(kind);
  }
  if (verdict.at("plan_digest") != plan.digest) {
    return Doubt(
        "the plan, or a file that it names, changed before the checks ran: run the stage "
        "again",
        json, result);
  }
  if (verdict.at("exit_status") != result.status) {
    return Doubt("verdict.json has another exit status than the run: " + evidence.string(), json,
                 result);
  }
  const std::string lines = (evidence / "evidence.jsonl").string();
  const Evidence read = ParseEvidence(ReadTextFile(lines), lines);
  AddWaived(read, result);
  AddCounted(read, result);
}

// A run that broke off has no SHA256SUMS.
std::string SumsDigestIn(const fs::path& evidence) {
  const fs::path sums = evidence / kSumsFile;
  return fs::exists(sums) ? Sha256(ReadTextFile(sums)) : "";
}

// In the folder of stages' runs, and in evidence/, where those of `gonogo run` are.
void NameAsLatest(const fs::path& migration, const fs::path& run) {
  NameLatest(run);
  if (migration.parent_path().filename() == "evidence") NameLatest(run, migration.parent_path());
}

// Without a limit, the longest time that a process may run.
Bounds BoundsUntil(Moment until) {
  Bounds bounds{.interrupted = WasInterrupted};
  if (until == Moment::max()) return bounds;
  const auto left = until - std::chrono::steady_clock::now();
  bounds.timeout =
      std::max(std::chrono::ceil<std::chrono::milliseconds>(left), std::chrono::milliseconds(1));
  return bounds;
}

}  // namespace

CasesResult RunInChild(const RunContext& context, Phase phase, const RunOptions& options,
                       Moment until) {
  const fs::path& folder = context.migration.folder;
  const fs::path evidence = folder / "runs" / (NewRunId() + "-" + PhaseName(phase));
  NameAsLatest(folder, evidence);
  RunOptions of_child = options;
  of_child.phases = {phase};
  of_child.out = evidence.string();
  of_child.in_stage = true;
  const ProcessResult ended =
      RunCommand({.words = CommandOf(context, of_child), .environment = ChildEnvironment(context)},
                 {.folder = fs::current_path().string(),
                  .whole_environment = false,
                  .shows_output = !options.json,
                  .bounds = BoundsUntil(until)});
  ThrowIfInterrupted();
  CasesResult result{.status = ended.status,
                     .evidence = fs::relative(evidence, folder).string(),
                     .sums = SumsDigestIn(evidence),
                     .reasons = {},
                     .cases = Json::object(),
                     .waived = Json::array(),
                     .counted = Json::object()};
  ReadVerdict(evidence, context.plan, options.json, result);
  return result;
}

}  // namespace gonogo
