// Nothing is taken from verdict.json except when the run ended: the verdict is judged again.
#include "app/fleet/database_evidence.h"

#include "app/run/evidence_part.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/record/cause_groups.h"
#include "core/record/clocks.h"
#include "core/record/verdict.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostReasons = 20;  // report.html of the database has all of them

void AddServers(const RunHeader& run, DatabaseEvidence& evidence) {
  for (const Server& server : run.servers) {
    if (server.side != "baseline" && !server.error.empty()) {
      evidence.unreached.push_back(server.side);
    }
    if (server.side != "target" || !server.error.empty()) continue;
    evidence.address = server.address;
    evidence.system_identifier = server.system_identifier;
    evidence.database_oid = server.database_oid;
  }
}

DatabaseEvidence Described(const Evidence& read) {
  const RunHeader& run = read.run;
  const Verdict verdict = Judge(read);
  DatabaseEvidence evidence{.run = run.run,
                            .tool = run.tool,
                            .plan_digest = run.plan_digest,
                            .strict = run.strict,
                            .phases = run.phases,
                            .checks = run.checks,
                            .started = run.started,
                            .decision = verdict.decision,
                            .text = DecisionText(verdict, run),
                            .partial = run.partial(),
                            .rehearsal = run.rehearsal(),
                            .reasons = SummaryOf(verdict, GroupsOf(read)),
                            .cases = static_cast<std::int64_t>(run.declared.size()),
                            .passed = verdict.passed,
                            .waived = verdict.waived,
                            .chain = read.chain};
  if (evidence.reasons.size() > kMostReasons) evidence.reasons.resize(kMostReasons);
  AddServers(run, evidence);
  return evidence;
}

}  // namespace

DatabaseEvidence DatabaseEvidenceIn(const fs::path& folder) {
  DatabaseEvidence evidence;
  try {
    if (!fs::exists(folder / "evidence.jsonl")) {
      evidence.doubts = {"its run left no evidence"};
      return evidence;
    }
    const Evidence read = ParseEvidence(ReadTextFile(folder / "evidence.jsonl"), "evidence.jsonl");
    evidence = Described(read);
    evidence.doubts = BackwardTimes(read);
    if (!fs::exists(folder / "verdict.json")) {
      evidence.doubts.emplace_back("its run broke off: there is no verdict");
      return evidence;
    }
    const std::string verdict = ReadTextFile(folder / "verdict.json");
    RequireOwnVerdict(read, Judge(read), verdict);
    evidence.finished = ParseRecord(verdict).at("finished");
  } catch (const std::exception& error) {
    evidence.doubts.push_back(WhatIsWrong(error));
  }
  return evidence;
}

}  // namespace gonogo
