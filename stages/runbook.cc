// Order comes from the phases; what counts as done comes from the ledger.
#include "stages/runbook.h"

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/stage_command.h"
#include "core/text/digest.h"
#include "core/text/json.h"

namespace gonogo {
namespace {

// Why the stage does not count as done.
std::string ReasonToRefuse(const Ledger& ledger, Phase stage, const std::string& digest) {
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

std::vector<PlannedStage> WithDigests(const Plan& plan, const std::vector<Phase>& runbook) {
  std::vector<PlannedStage> stages;
  for (const Phase stage : runbook) stages.push_back({stage, StageDigest(plan, stage)});
  return stages;
}

bool HasFlags(const Plan& plan, Phase stage) {
  const auto commands = StageCommandsOf(plan.stages.at(stage));
  if (std::any_of(commands.begin(), commands.end(), [](const StageCommand& command) {
        return command.kind == CommandKind::kFlags;
      })) {
    return true;
  }
  return std::any_of(plan.checks.begin(), plan.checks.end(), [&](const Check& check) {
    return check.gate->name == "flags" && check.BelongsTo(stage);
  });
}

}  // namespace

std::string StageDigest(const Plan& plan, Phase stage) {
  std::string text = plan.digest + "\n" + ToText(plan.stages.at(stage).values()) + "\n";
  for (const Check& check : plan.checks) {
    if (!check.BelongsTo(stage)) continue;
    text += check.id + " " + ToText(check.arguments.values()) + "\n";
  }
  if (HasFlags(plan, stage)) text += plan.flag_file + "\n";
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

namespace {

// Whether that step is a look, which changes nothing.
bool IsLook(const std::vector<StageCommand>& commands, const std::string& step) {
  return std::any_of(commands.begin(), commands.end(), [&](const StageCommand& command) {
    return command.kind == CommandKind::kChecks && command.step() == step;
  });
}

// The stage behind which there is no way back but rollback: what comes before a cutover would take
// the application back to a source that lags by now; what comes before a change in place would take
// the changed database for the one that was there before.
Phase PointOfNoReturn(const Plan& plan) {
  return plan.has_source() ? Phase::kCutover : Phase::kSchema;
}

void RequireNotBehind(const Plan& plan, const Ledger& ledger, Phase stage) {
  const Phase point = PointOfNoReturn(plan);
  if (stage >= point || !plan.stages.contains(point)) return;
  const auto commands = StageCommandsOf(plan.stages.at(point));
  // A rollback that broke off has put nothing back.
  const auto noted = plan.has_source() ? ledger.StepsInForce(point) : ledger.SinceRestored(point);
  for (const LedgerLine& line : noted) {
    if (line.event != LedgerEvent::kStepBegan || IsLook(commands, line.step)) continue;
    throw PlanError("stage " + PhaseName(stage) + " is not done after stage " + PhaseName(point) +
                    " was begun (" + line.at + "): go on with `gonogo stage " + PhaseName(point) +
                    "`, or back with `gonogo stage rollback`");
  }
}

// Whether a restore was begun and nobody knows what became of it: only another one does.
void RequireNoHalfRestore(const Ledger& ledger) {
  const auto steps = ledger.Steps(Phase::kRollback);
  const auto restore = steps.find(kRestoreStep);
  if (restore == steps.end() || restore->second.event == LedgerEvent::kStepDone) return;
  throw PlanError("the restore that was begun at " + restore->second.at +
                  " did not come to its end: do `gonogo stage rollback` again first");
}

}  // namespace

void RequireMayBegin(const Plan& plan, const Ledger& ledger, Phase stage) {
  if (!plan.stages.contains(stage)) {
    throw PlanError(plan.file + ": the plan has no stage \"" + PhaseName(stage) + "\"");
  }
  if (stage == Phase::kRollback) return;
  RequireNoHalfRestore(ledger);
  const std::vector<Phase> runbook = RunbookOf(plan);
  const std::size_t done = ledger.CompletedStages(WithDigests(plan, runbook)).size();
  const auto wanted = std::find(runbook.begin(), runbook.end(), stage) - runbook.begin();
  if (static_cast<std::size_t>(wanted) <= done) return RequireNotBehind(plan, ledger, stage);
  const Phase first = runbook.at(done);
  RequireNotBehind(plan, ledger, first);
  throw PlanError("stage " + PhaseName(stage) + " needs stage " + PhaseName(first) + ", which " +
                  ReasonToRefuse(ledger, first, StageDigest(plan, first)) + ": do `gonogo stage " +
                  PhaseName(first) + "` first");
}

std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until) {
  std::vector<Phase> left = RunbookOf(plan);
  RequireNoHalfRestore(ledger);
  if (until && std::find(left.begin(), left.end(), *until) == left.end()) {
    throw PlanError(plan.file + ": `all` does no stage \"" + PhaseName(*until) + "\"");
  }
  if (from) {
    RequireMayBegin(plan, ledger, *from);
    left.erase(left.begin(), std::find(left.begin(), left.end(), *from));
  } else {
    const auto done =
        static_cast<std::ptrdiff_t>(ledger.CompletedStages(WithDigests(plan, left)).size());
    left.erase(left.begin(), left.begin() + done);
  }
  if (!left.empty()) RequireNotBehind(plan, ledger, left.front());
  if (until) std::erase_if(left, [&](Phase stage) { return stage > *until; });
  return left;
}

}  // namespace gonogo
