// A stage counts here for the digest that it had: whether the plan has changed since can't be told.
#include "app/proof/migration_outcome.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

// The stages that began, but for a rollback, each as it was when it last began.
std::vector<PlannedStage> StagesIn(const Ledger& ledger) {
  std::vector<PlannedStage> stages;
  for (const Phase stage : AllPhases()) {
    const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, stage);
    if (began == nullptr || stage == Phase::kRollback) continue;
    stages.push_back({stage, began->details.value("stage_digest", "")});
  }
  return stages;
}

// Returns why the stage isn't GO, or "".
std::string WhyNotGo(const Ledger& ledger, Phase stage, bool counts) {
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, stage);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, stage);
  if (ended == nullptr || ended < began) return "hasn't ended";
  if (ended->details.value("status", Json()) != 0) {
    return "ended " + Printable(ended->details.value("outcome", "without a result"));
  }
  const LedgerLine* const result = ledger.LastResult(stage);
  if (result->details.value("status", Json()) != 0) {
    return fmt::format("was {} when it was looked at again",
                       Printable(result->details.value("outcome", "without a result")));
  }
  return counts ? "" : "was rolled back, or passed before an earlier stage ran again";
}

std::string PlanDigestOf(const Ledger& ledger, const std::vector<Phase>& stages) {
  std::string digest;
  for (const Phase stage : stages) {
    const Json& details = ledger.Last(LedgerEvent::kStageBegan, stage)->details;
    const std::string own = details.value("plan_digest", "");
    if (!digest.empty() && own != digest) return "";
    digest = own;
  }
  return digest;
}

}  // namespace

MigrationOutcome OutcomeOf(const Ledger& ledger) {
  const std::vector<PlannedStage> all = StagesIn(ledger);
  MigrationOutcome outcome{.text = {}, .stages = ledger.CompletedStages(all), .plan_digest = {}};
  const auto& stages = outcome.stages;
  for (const auto& [stage, digest] : all) {
    const bool counts = std::find(stages.begin(), stages.end(), stage) != stages.end();
    const std::string why = WhyNotGo(ledger, stage, counts);
    if (why.empty()) continue;
    outcome.text = fmt::format("NO-GO: stage {} {}", PhaseName(stage), why);
    break;
  }
  const LedgerLine* const refusal = ledger.LastRefusal();
  if (refusal != nullptr && outcome.text.empty()) {
    outcome.text = fmt::format("NO-GO: stage {} was refused", PhaseName(refusal->stage));
  }
  const std::string fault = ledger.PlantedFault();
  if (!fault.empty() && outcome.text.empty()) {
    outcome.text = "NO-GO: a rehearsal with a planted fault, " + Printable(fault);
  }
  outcome.plan_digest = PlanDigestOf(ledger, stages);
  outcome.is_go = !all.empty() && outcome.text.empty();
  if (all.empty()) outcome.text = "NO VERDICT: no stage began";
  if (outcome.is_go) {
    outcome.text =
        fmt::format("GO, {} up to {}", Counted(all.size(), "stage"), PhaseName(all.back().stage));
  }
  return outcome;
}

}  // namespace gonogo
