// snapshot_kept: the last snapshot of the source is there, unchanged, for as long as it is to be
// kept.
#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/ledger.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<Subject> TheSnapshot(const Plan&, const Arguments&) { return {{"snapshot", ""}}; }

// The one that the plan names, else that of the migration whose stage this run belongs to.
fs::path LedgerPath(const Inspection& in) {
  if (in.arguments.Has("ledger")) return in.arguments.Text("ledger");
  const std::string folder = ValueOf(in.environment, "GONOGO_MIGRATION");
  if (folder.empty()) {
    throw PlanError(
        "which ledger? Name it with \"ledger\", or the migration's folder with "
        "GONOGO_MIGRATION");
  }
  return fs::path(folder) / "ledger.jsonl";
}

// What is wrong with the files; empty: they are as they were taken.
std::string FaultOf(const fs::path& snapshot, const std::string& digest) {
  if (!fs::exists(snapshot / "SHA256SUMS")) return "it is gone";
  if (Sha256(ReadTextFile(snapshot / "SHA256SUMS")) != digest) {
    return "its digests are not those that were noted";
  }
  const ProcessResult sums = RunBounded(
      {.words = {"sha256sum", "--check", "--quiet", "SHA256SUMS"}}, {.folder = snapshot.string()});
  return sums.status == 0 ? "" : "its files are not as they were taken";
}

Outcome Run(const Inspection& in) {
  const fs::path path = LedgerPath(in);
  const Ledger ledger = ParseLedger(ReadTextFile(path), path.string());
  const auto steps = ledger.Steps(Phase::kFinalize);
  Outcome outcome{.examined = 1};
  const auto step = steps.find(kSnapshotStep);
  if (step == steps.end() || step->second.event != LedgerEvent::kStepDone) {
    outcome.findings.push_back({"snapshot", "none was taken", "one, and kept"});
    return outcome;
  }
  const LedgerLine& taken = step->second;
  const std::int64_t days = taken.details.at("keep_days");
  outcome.notes.push_back("taken at " + taken.at + ", to be kept for " + Counted(days, "day"));
  const std::int64_t wanted = in.arguments.Integer("days");
  if (days < wanted) {
    outcome.findings.push_back({"snapshot", "to be kept for " + Counted(days, "day"),
                                "for at least " + Counted(wanted, "day")});
  }
  if (TimeBetween(taken.at, UtcNow()) > std::chrono::hours(24) * days) {
    outcome.notes.emplace_back("its time is over: nobody looked whether it is there");
    return outcome;
  }
  const std::string fault =
      FaultOf(path.parent_path() / taken.details.at("folder").get<std::string>(),
              taken.details.at("sha256"));
  if (!fault.empty()) outcome.findings.push_back({"snapshot", fault, "there, as it was taken"});
  return outcome;
}

}  // namespace

Gate snapshot_kept() {
  return {.name = "snapshot_kept",
          .summary = "The last snapshot of the source is there, unchanged, while it is to be kept.",
          .phases = {Phase::kFinalize},
          .parameters =
              {PathParameter("ledger",
                             "ledger.jsonl of the migration; without it that of the "
                             "stage that runs the check, or of GONOGO_MIGRATION"),
               IntegerParameter("days", "how long it must be kept at least").Default(7).AtLeast(1)},
          .subjects = TheSnapshot,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
