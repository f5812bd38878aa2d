// backup_restored: the target's own backup was restored once, lately, and held the rows.
//
// A run of gonogo proves it, with the target on one side and the restored server on the other: both
// have the target's system identifier, and no run calls one database two. gonogo doesn't compare a
// database with its standby either.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/records/in_rehearsal.h"
#include "gates/records/record_age.h"
#include "gates/records/record_files.h"
#include "gates/subjects.h"

namespace gonogo::backup_restored {
namespace {

constexpr const char* kHow =
    "restore the target's backup on another server, and compare both: "
    "`gonogo run --source TARGET --target RESTORED --check row_count --out DIR`";

std::vector<Subject> TheBackup(const Plan& plan, const Arguments& arguments) {
  const bool wants_none = OneForEachRelation(plan, arguments).empty();
  if (wants_none && !plan.relations.empty()) {
    throw PlanError("\"relations\" and \"except\" leave none to be restored");
  }
  return {{"backup", ""}};
}

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

// The relations of which a run compared the rows, by the name that they have on the target: how
// many both sides have, if it counted them.
using ComparedRows = std::map<std::string, std::optional<PerSide<std::int64_t>>>;

ComparedRows ComparedIn(const Evidence& evidence) {
  constexpr std::array kGates = {"row_count", "row_checksum", "business_key_checksum"};
  ComparedRows rows;
  for (const CaseResult& one : evidence.cases) {
    const auto facts = evidence.run.about.find(one.check);
    if (facts == evidence.run.about.end() || StatusOf(one, evidence.run) != Status::kPass) continue;
    const std::string& gate = facts->second.gate;
    if (std::find(kGates.begin(), kGates.end(), gate) == kGates.end()) continue;
    const Json& measured = one.outcome.measured;
    if (gate != "row_count") {
      rows.try_emplace(Normalised(one.subject));
    } else if (measured.value("method", "") == "exact") {
      rows[Normalised(one.subject)] = {measured.at("source_rows").get<std::int64_t>(),
                                       measured.at("target_rows").get<std::int64_t>()};
    }  // An estimate tells nothing: a physical copy has its original's statistics.
  }
  return rows;
}

// Returns the names on the target of the relations that matter. A plan may have none: then all do.
std::vector<std::string> WantedRelations(const Inspection& in) {
  std::vector<std::string> wanted;
  for (const Subject& subject : OneForEachRelation(in.plan, in.arguments)) {
    wanted.push_back(Normalised(in.plan.RelationNamed(subject.relation).target));
  }
  return wanted;
}

// A run may have passed whose relations are all empty.
void JudgeCount(const ComparedRows& compared, const std::string& at, Outcome& outcome) {
  for (const auto& [relation, rows] : compared) {
    if (rows && rows->source > 0 && rows->target > 0) return;
  }
  outcome.findings.push_back(
      {"backup", at + " that counted no rows", "one with row_count, its method exact"});
}

void JudgeRelations(const std::vector<std::string>& wanted, const ComparedRows& compared,
                    const std::string& at, Outcome& outcome) {
  std::vector<std::string> left_out;
  for (const std::string& relation : wanted) {
    if (!compared.contains(relation)) left_out.push_back(relation);
  }
  if (left_out.empty()) return;
  outcome.findings.push_back({"backup", at + " that didn't compare " + FirstFew(left_out),
                              "one that compared all of \"relations\""});
}

// The run's own plan may have passed a difference that is too large here.
void JudgeDifferences(const Inspection& in, const ComparedRows& compared, const std::string& at,
                      Outcome& outcome) {
  const double percent = in.arguments.Number("tolerance_percent");
  std::vector<std::string> differing;
  for (const auto& [relation, rows] : compared) {
    if (!rows) continue;
    const auto [fewer, more] = std::minmax({rows->source, rows->target});
    if (static_cast<double>(more - fewer) <= static_cast<double>(more) * percent / 100) continue;
    differing.push_back(
        fmt::format("{} with {} and {}", relation, rows->source, Counted(rows->target, "row")));
  }
  if (differing.empty()) return;
  outcome.findings.push_back({"backup", at + " that passed " + FirstFew(differing),
                              fmt::format("at most {:g} % of difference", percent)});
}

void JudgeRows(const Inspection& in, ComparedRows compared, const std::string& at,
               Outcome& outcome) {
  const auto wanted = WantedRelations(in);
  std::erase_if(compared, [&](const auto& one) {
    return !wanted.empty() && std::find(wanted.begin(), wanted.end(), one.first) == wanted.end();
  });
  JudgeCount(compared, at, outcome);
  JudgeRelations(wanted, compared, at, outcome);
  JudgeDifferences(in, compared, at, outcome);
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
  } else {
    JudgeRows(in, ComparedIn(*run), at, outcome);
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
           RelationsParameter(), ExceptParameter(),
           NumberParameter("tolerance_percent",
                           "per cent of a relation's rows by which both may differ, because the "
                           "target was written to after the backup")
               .DefaultJson("0")
               .AtLeast(0),
           IntegerParameter("max_age_days", "days since that run at most").Default(30).AtLeast(1)},
      .subjects = TheBackup,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::backup_restored
