// backup_restored: the target's own backup was restored once, lately, and held the rows.
//
// A run of gonogo proves it, with the target on one side and the restored server on the other: both
// have the target's system identifier, and no run calls one database two. gonogo doesn't compare a
// database with its standby either.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/records/in_rehearsal.h"
#include "gates/records/record_age.h"
#include "gates/records/record_files.h"

namespace gonogo::backup_restored {
namespace {

constexpr const char* kHow =
    "restore the target's backup on another server, and compare both: "
    "`gonogo run --source TARGET --target RESTORED --check row_count --out DIR`";

std::vector<Subject> TheBackup(const Plan&, const Arguments&) { return {{"backup", ""}}; }

// Each throw-away pair has new identifiers.
bool IsOfTarget(const Server& server, const ServerIdentity& target) {
  return target.throw_away || (server.system_identifier == *target.system_identifier &&
                               server.database_oid == target.database_oid);
}

// Returns whether the run had the target on one side, and on the other a copy of its cluster.
bool ComparesACopy(const RunHeader& run, const ServerIdentity& target) {
  if (run.servers.size() != 2) return false;
  const Server& one = run.servers[0];
  const Server& other = run.servers[1];
  return !one.system_identifier.empty() && one.system_identifier == other.system_identifier &&
         one.database_oid == other.database_oid && IsOfTarget(one, target);
}

// Returns the last of the runs that compared a copy, or nothing.
std::optional<Evidence> LastRunIn(const std::string& path, const ServerIdentity& target) {
  std::optional<Evidence> last;
  for (const std::string& file : RecordFiles(path, "evidence.jsonl", kHow)) {
    Evidence evidence = ParseEvidence(ReadTextFile(file), file);
    if (!ComparesACopy(evidence.run, target)) continue;
    if (!last || last->run.started < evidence.run.started) last = std::move(evidence);
  }
  return last;
}

// Returns how many cases passed that compared the rows of both.
std::int64_t Compared(const Evidence& evidence) {
  constexpr std::array kGates = {"row_count", "row_checksum", "business_key_checksum"};
  return std::count_if(evidence.cases.begin(), evidence.cases.end(), [&](const CaseResult& one) {
    const auto facts = evidence.run.about.find(one.check);
    return facts != evidence.run.about.end() &&
           std::find(kGates.begin(), kGates.end(), facts->second.gate) != kGates.end() &&
           StatusOf(one, evidence.run) == Status::kPass;
  });
}

const ServerIdentity& TargetOf(const Inspection& in) {
  in.pair.Target();  // throws if it can't be reached
  const ServerIdentity& target = *in.pair.Of(SideName::kTarget).identity;
  if (target.system_identifier) return target;
  throw DatabaseError(
      "the role may not read the target's system identifier, by which its backups are known: "
      "GRANT EXECUTE ON FUNCTION pg_control_system() TO the role",
      "42501");
}

Outcome Run(const Inspection& in) {
  if (IsInRehearsal(in)) {
    return {.examined = 1, .findings = {}, .notes = {"the servers of a rehearsal have no backup"}};
  }
  const std::int64_t days = in.arguments.Integer("max_age_days");
  const std::string wanted = fmt::format("one in the last {}", Counted(days, "day"));
  const auto run = LastRunIn(in.arguments.Text("evidence"), TargetOf(in));
  if (!run) {
    return {.examined = 1,
            .findings = {
                {"backup", "no run that compared the target with a restored copy of it", wanted}}};
  }
  const std::string at = "a run at " + run->run.started;
  Outcome outcome{.examined = 1, .notes = {at}};
  const Verdict verdict = Judge(*run);
  if (verdict.decision != Decision::kGo) {
    outcome.findings.push_back(
        {"backup", at + " that is " + DecisionName(verdict.decision), "a GO"});
  }
  if (Compared(*run) == 0) {
    outcome.findings.push_back(
        {"backup", at + " that compared no rows", "one with row_count or row_checksum"});
  }
  if (!IsRecent(run->run.started, in.pair.LatestTime(), days)) {
    outcome.findings.push_back({"backup", at, wanted});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "backup_restored",
      .summary = "The target's own backup was restored lately, and held the same rows.",
      .meaning = "Nobody has shown that what the backup holds can be restored.",
      .remedy =
          "Restore the target's backup on another server, and compare both in a run of gonogo.",
      .phases = {Phase::kGate},
      .parameters =
          {PathParameter("evidence",
                         "folder of the run that compared the target with its restored copy, or "
                         "a folder with several")
               .Required()
               .Written(),
           IntegerParameter("max_age_days", "days since that run at most").Default(30).AtLeast(1)},
      .subjects = TheBackup,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::backup_restored
