// The phases define the order, and the ledger says which stages have passed.
#include "stages/stage_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/plan/named_paths.h"
#include "core/plan/shown_command.h"
#include "core/plan/stage_command.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The files that the stage and the checks of its phase name.
std::vector<const PlanFile*> FilesOf(const Plan& plan, Phase stage) {
  std::set<std::string> named_by = {"stage " + PhaseName(stage)};
  for (const Check& check : plan.checks) {
    if (check.BelongsTo(stage)) named_by.insert("check " + check.id);
  }
  std::vector<const PlanFile*> files;
  for (const PlanFile& file : plan.files) {
    if (named_by.contains(file.by)) files.push_back(&file);
  }
  return files;
}

// Those of them that have changed since a line of the ledger was written.
std::vector<std::string> ChangedFilesOf(const Plan& plan, Phase stage, const Json& details) {
  std::set<std::string> of_stage;
  for (const PlanFile* file : FilesOf(plan, stage)) of_stage.insert(file->name);
  std::vector<std::string> changed = plan.ChangedFiles(details.value("files", Json::object()));
  std::erase_if(changed, [&](const std::string& name) { return !of_stage.contains(name); });
  return changed;
}

// Returns what changed between a run of the stage and now, as a part of a sentence. The digest of
// the plan covers its text and all files that it names, but not the environment.
std::string ChangeSince(const Plan& plan, Phase stage, const Json& began) {
  const auto files = ChangedFilesOf(plan, stage, began);
  if (!files.empty()) return "ran before a change of " + Join(files, ", ");
  const std::string digest = began.value("plan_digest", "");
  if (digest == plan.digest) return "ran under another environment";
  const bool is_text =
      !digest.empty() && plan.ChangedFiles(began.value("files", Json::object())).empty();
  return is_text ? "ran before a change of " + plan.file : "ran under another plan or environment";
}

// Returns why the stage's last run doesn't count, as a part of a sentence.
std::string ReasonToRepeat(const Plan& plan, const Ledger& ledger, Phase stage) {
  const std::string digest = StageDigest(plan, stage);
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, stage);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, stage);
  if (began == nullptr) return "hasn't run";
  if (began->details.at("stage_digest") != digest) return ChangeSince(plan, stage, began->details);
  if (ended == nullptr || ended->at < began->at) return "was interrupted at " + began->at;
  if (ended->details.at("status") != 0) {
    return "ended " + ended->details.at("outcome").get<std::string>();
  }
  const LedgerLine* const rollback = ledger.Last(LedgerEvent::kStageBegan, Phase::kRollback);
  if (rollback != nullptr && rollback > ended) return "was undone by a rollback";
  return "passed before an earlier stage ran again";
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
  const Json own = PortableArguments(StageOf(stage), plan.stages.at(stage), plan.file);
  std::string text = plan.text_digest + "\n" + ToText(own) + "\n";
  for (const Check& check : plan.checks) {
    if (!check.BelongsTo(stage)) continue;
    text += check.id + " " + ToText(PortableArguments(check, plan.file)) + "\n";
  }
  for (const PlanFile* file : FilesOf(plan, stage)) text += file->by + " " + file->sha256 + "\n";
  if (HasFlags(plan, stage) && !plan.flag_file.empty()) {
    text += fs::absolute(plan.flag_file).lexically_normal().string() + "\n";
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

namespace {

// After this stage began, earlier stages may run only after a rollback. With a source, a stage
// before cutover would move the application back to a source that is out of date. Inside one
// database, a stage before schema would take the changed database for the original one.
Phase PointOfNoReturn(const Plan& plan) {
  return plan.has_source() ? Phase::kCutover : Phase::kSchema;
}

// Throws PlanError if the stage comes before the point of no return and that one has changed
// something. Its checks change nothing.
void RequireNotPastNoReturn(const Plan& plan, const Ledger& ledger, Phase stage) {
  const Phase point = PointOfNoReturn(plan);
  if (stage >= point || !plan.stages.contains(point)) return;
  const std::string began = FirstAct(plan, ledger, point);
  if (began.empty()) return;
  throw PlanError(fmt::format(
      "stage {} can't run because stage {} began at {}: continue with `{}`, or go back "
      "with `{}`",
      PhaseName(stage), PhaseName(point), began, ShownCommand("stage " + PhaseName(point), plan),
      ShownCommand("stage rollback", plan)));
}

// Throws PlanError if a restore began and the ledger doesn't have its end: only another restore
// leads to a known state.
void RequireNoHalfRestore(const Plan& plan, const Ledger& ledger) {
  const auto steps = ledger.Steps(Phase::kRollback);
  const auto restore = steps.find(kRestoreStep);
  if (restore == steps.end() || restore->second.event == LedgerEvent::kStepDone) return;
  throw PlanError(fmt::format("the restore that began at {} didn't finish: run `{}` again first",
                              restore->second.at, ShownCommand("stage rollback", plan)));
}

}  // namespace

std::vector<Phase> CompletedStages(const Plan& plan, const Ledger& ledger) {
  return ledger.CompletedStages(WithDigests(plan, RunbookOf(plan)));
}

std::vector<Reliance> DueLooks(const Plan& plan, const Ledger& ledger, std::optional<Phase> next,
                               const Present& present) {
  std::vector<Reliance> due = ReliedOn(plan, ledger, CompletedStages(plan, ledger), next, present);
  std::erase_if(due, [](const Reliance& one) { return one.due.empty(); });
  return due;
}

std::string WhyAgain(const Plan& plan, const Ledger& ledger, Phase stage) {
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, stage);
  if (began == nullptr || stage == Phase::kRollback) return "";
  const std::vector<Phase> completed = CompletedStages(plan, ledger);
  if (std::find(completed.begin(), completed.end(), stage) != completed.end()) return "";
  return fmt::format("stage {} began at {} already, but {}", PhaseName(stage), began->at,
                     ReasonToRepeat(plan, ledger, stage));
}

namespace {

// Throws PlanError if the stage relies on a result that is too old, or was red when it was last
// looked at.
void RequireRecent(const Plan& plan, const Ledger& ledger, Phase stage, const Present& present) {
  const std::vector<Reliance> due = DueLooks(plan, ledger, stage, present);
  if (due.empty()) return;
  const Reliance& first = due.front();
  throw PlanError(fmt::format("stage {} needs stage {}, which {}: run `{}` first", PhaseName(stage),
                              PhaseName(first.stage), first.due, HowToLook(plan, first.stage)));
}

}  // namespace

void RequireMayBegin(const Plan& plan, const Ledger& ledger, Phase stage, const Present& present) {
  if (!plan.stages.contains(stage)) {
    throw PlanError(fmt::format("{}: the plan has no stage \"{}\"", plan.file, PhaseName(stage)));
  }
  if (stage == Phase::kRollback) return;
  RequireNoHalfRestore(plan, ledger);
  const std::vector<Phase> runbook = RunbookOf(plan);
  const std::size_t done = ledger.CompletedStages(WithDigests(plan, runbook)).size();
  const auto wanted = std::find(runbook.begin(), runbook.end(), stage) - runbook.begin();
  if (static_cast<std::size_t>(wanted) <= done) {
    RequireNotPastNoReturn(plan, ledger, stage);
    return RequireRecent(plan, ledger, stage, present);
  }
  const Phase first = runbook.at(done);
  RequireNotPastNoReturn(plan, ledger, first);
  throw PlanError(fmt::format("stage {} needs stage {}, which {}: run `{}` first", PhaseName(stage),
                              PhaseName(first), ReasonToRepeat(plan, ledger, first),
                              ShownCommand("stage " + PhaseName(first), plan)));
}

std::vector<Phase> StagesLeft(const Plan& plan, const Ledger& ledger, std::optional<Phase> from,
                              std::optional<Phase> until, const Present& present) {
  std::vector<Phase> left = RunbookOf(plan);
  RequireNoHalfRestore(plan, ledger);
  if (until && std::find(left.begin(), left.end(), *until) == left.end()) {
    throw PlanError(
        fmt::format("{}: `all` doesn't include stage \"{}\"", plan.file, PhaseName(*until)));
  }
  if (from) {
    RequireMayBegin(plan, ledger, *from, present);
    left.erase(left.begin(), std::find(left.begin(), left.end(), *from));
  } else {
    const auto done = static_cast<std::ptrdiff_t>(CompletedStages(plan, ledger).size());
    left.erase(left.begin(), left.begin() + done);
  }
  if (!left.empty()) RequireNotPastNoReturn(plan, ledger, left.front());
  if (until) std::erase_if(left, [&](Phase stage) { return stage > *until; });
  return left;
}

}  // namespace gonogo
