// Order comes from the phases; what counts as done comes from the ledger.
#include "stages/runbook.h"

#include <algorithm>

#include "core/digest.h"
#include "core/error.h"

namespace gonogo {
namespace {

// Why the stage does not count as done.
std::string WhyNot(const Ledger& ledger, Phase stage, const std::string& digest) {
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, stage);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, stage);
  if (began == nullptr) return "is not done";
  if (began->details.at("stage_digest") != digest) {
    return "was done under another plan or environment";
  }
  if (ended == nullptr || ended->at < began->at) return "broke off at " + began->at;
  if (ended->details.at("status") != 0) {
    return "ended " + ended->details.at("outcome").get<std::string>();
  }
  const LedgerLine* const went_back = ledger.Last(LedgerEvent::kStageBegan, Phase::kRollback);
  if (went_back != nullptr && went_back > ended) return "was followed by a rollback";
  return "was green before an earlier stage was done again";
}

std::vector<StageToStand> WithDigests(const Plan& plan, const std::vector<Phase>& runbook) {
  std::vector<StageToStand> stages;
  for (const Phase stage : runbook) stages.push_back({stage, StageDigest(plan, stage)});
  return stages;
}

}  // namespace

std::string StageDigest(const Plan& plan, Phase stage) {
  std::string text = plan.digest + "\n" + Dumped(plan.stages.at(stage).values()) + "\n";
  for (const Check& check : plan.checks) {
    const auto& phases = check.phases;
    if (std::find(phases.begin(), phases.end(), stage) == phases.end()) continue;
    text += check.id + " " + Dumped(check.arguments.values()) + "\n";
  }
  return Sha256(text);
}

std::vector<Phase> RunbookOf(const Plan& plan) {
  std::vector<Phase> runbook;
  for (const auto& [phase, arguments] : plan.stages) {
    if (phase != Phase::kRollback) runbook.push_back(phase);
  }
  if (runbook.empty()) throw PlanError(plan.file + ": the plan has no \"stages\"");
  return runbook;
}

void DemandMayBegin(const Plan& plan, const Ledger& ledger, Phase stage) {
  if (!plan.stages.contains(stage)) {
    throw PlanError(plan.file + ": the plan has no stage \"" + PhaseName(stage) + "\"");
  }
  if (stage == Phase::kRollback) return;
  const std::vector<Phase> runbook = RunbookOf(plan);
  const std::size_t done = ledger.Standing(WithDigests(plan, runbook)).size();
  const auto wanted = std::find(runbook.begin(), runbook.end(), stage) - runbook.begin();
  if (static_cast<std::size_t>(wanted) <= done) return;
  const Phase first = runbook.at(done);
  throw PlanError("stage " + PhaseName(stage) + " needs stage " + PhaseName(first) + ", which " +
                  WhyNot(ledger, first, StageDigest(plan, first)) + ": do `gonogo stage " +
                  PhaseName(first) + "` first");
}

std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until) {
  std::vector<Phase> left = RunbookOf(plan);
  if (until && std::find(left.begin(), left.end(), *until) == left.end()) {
    throw PlanError(plan.file + ": `all` does no stage \"" + PhaseName(*until) + "\"");
  }
  if (from) {
    DemandMayBegin(plan, ledger, *from);
    left.erase(left.begin(), std::find(left.begin(), left.end(), *from));
  } else {
    const auto done = static_cast<std::ptrdiff_t>(ledger.Standing(WithDigests(plan, left)).size());
    left.erase(left.begin(), left.begin() + done);
  }
  if (until) std::erase_if(left, [&](Phase stage) { return stage > *until; });
  return left;
}

}  // namespace gonogo
