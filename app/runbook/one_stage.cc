// Runs one stage of the runbook. One of the two places that catch every exception (the other one is
// gates/run_check.cc): an error ends the stage, and the ledger records it.
#include "app/runbook/one_stage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "app/exit_status.h"
#include "app/operator.h"
#include "app/plan/plan_digest.h"
#include "app/progress.h"
#include "app/run/child_run.h"
#include "app/run/run.h"
#include "app/runbook/stage_texts.h"
#include "core/json/json_error.h"
#include "core/plan/stage_command.h"
#include "core/record/clocks.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "fixtures/system/interrupt.h"
#include "reporters/ledger_text.h"
#include "reporters/model/shown_text.h"
#include "stages/backup/baseline_take.h"
#include "stages/looks.h"
#include "stages/stage_order.h"
#include "stages/stage_table.h"
#include "stages/steps/command_log.h"
#include "stages/steps/stage_commands.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using ActFunction = StageOutcome (*)(StageRun&);

std::vector<std::string> ChecksOf(const Plan& plan, Phase phase) {
  std::vector<std::string> checks;
  for (const Check& check : plan.checks) {
    if (check.BelongsTo(phase)) checks.push_back(check.id);
  }
  return checks;
}

// The stage's own work and the plan's commands, in the order in which they run.
std::array<ActFunction, 2> ActsOf(const Stage& stage) {
  if (stage.commands_first) return {DoCommands, stage.act};
  return {stage.act, DoCommands};
}

void Add(const StageOutcome& outcome, StageResult& result) {
  result.facts.update(outcome.facts);
  result.reasons.insert(result.reasons.end(), outcome.failures.begin(), outcome.failures.end());
  if (!outcome.failures.empty()) result.status = kExitNoGo;
}

void Add(const CasesResult& cases, StageResult& result) {
  result.status = cases.status;
  result.evidence = cases.evidence;
  result.sums = cases.sums;
  result.case_reasons = cases.reasons;
}

// Fails the stage if it took longer than the plan allows.
void JudgeTime(double max_minutes, Clock::time_point start, StageResult& result) {
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  result.facts["took_ms"] = took;
  if (static_cast<double>(took) <= max_minutes * 60'000) return;
  result.status = std::max(result.status, kExitNoGo);
  result.reasons.push_back(
      fmt::format("took {} ms, want at most {} min", took, ToText(Json(max_minutes))));
}

}  // namespace

std::string StageResult::Outcome() const {
  if (status == kExitInterrupted) return "interrupted";
  if (status == kExitGo) return DecisionName(Decision::kGo);
  return DecisionName(status == kExitNoGo ? Decision::kNoGo : Decision::kUndecided);
}

Json StageResult::ToJson() const {
  std::vector<std::string> all_reasons = reasons;
  all_reasons.insert(all_reasons.end(), case_reasons.begin(), case_reasons.end());
  return {{"status", status}, {"outcome", Outcome()}, {"reasons", all_reasons},
          {"facts", facts},   {"evidence", evidence}, {"sums", sums}};
}

OneStage::OneStage(const RunContext& context, const StageOptions& options, Phase phase,
                   MigrationServers* servers, LedgerFile* ledger)
    : context_(context),
      options_(options),
      phase_(phase),
      arguments_(context.plan.stages.at(phase)),
      servers_(servers),
      ledger_(ledger) {}

void OneStage::Show() {
  StageRun run = MakeStageRun();
  Print(fmt::format("stage {}, dry run: {}", PhaseName(phase_), run.stage.summary));
  for (const ActFunction act : ActsOf(run.stage)) act(run);
  const auto checks = ChecksAtTheEnd(context_.plan, phase_);
  if (!checks.empty()) Print("  would run the checks " + Join(checks, ", "));
  if (run.stage.act_after_checks != nullptr) run.stage.act_after_checks(run);
}

int OneStage::Rehearse() {
  if (const auto refusal = WhyNotRehearsed()) return RefuseToRehearse(*refusal);
  const auto waited = Confirm(phase_, arguments_, options_.confirmations, servers_->ForPeople());
  if (waited.count() > 0) {
    if (const auto refusal = WhyNotRehearsed()) return RefuseToRehearse(*refusal);
  }
  StageRun run = MakeStageRun();
  const StageOutcome outcome = run.stage.act(run);
  ClearProgressLine();
  for (const std::string& failure : outcome.failures) Print("  " + LogText(failure));
  const bool passes = outcome.failures.empty();
  Print(fmt::format("stage {}  rehearsed and rolled back{}", PhaseName(phase_),
                    passes ? "" : ": NO-GO"));
  return passes ? kExitGo : kExitNoGo;
}

StageResult OneStage::Run() {
  // A refusal is a line of the ledger, too.
  if (phase_ != Phase::kRollback) RequireClock();
  if (const auto refusal = WhyNotYet()) return Refuse(*refusal);
  ConfirmedServers servers = servers_->ForPeople();
  servers.again = WhyAgain(context_.plan, ledger_->ledger(), phase_);
  const auto waited = Confirm(phase_, arguments_, options_.confirmations, servers);
  const auto offset = [this] { return OffsetText(ledger_->ledger().lines.back().offset); };
  if (phase_ != Phase::kRollback) {
    RequireClock();
    servers_->RequirePrimaryTarget();
  }
  if (waited.count() > 0) {
    if (const auto refusal = WhyNotYet()) return Refuse(*refusal);
  }
  Json beginning = Beginning();
  if (waited.count() > 0) beginning["waited_ms"] = waited.count();  // for a person
  ledger_->Append(LedgerEvent::kStageBegan, phase_, "", beginning);
  Print(fmt::format("stage {}  {}", PhaseName(phase_), offset()));
  const StageResult result = Act();
  ledger_->Append(LedgerEvent::kStageEnded, phase_, "", Ending(result));
  for (const std::string& reason : result.reasons) Print("  " + LogText(reason));
  Print(fmt::format("stage {}  {}  {}", PhaseName(phase_), result.Outcome(), offset()));
  ThrowIfInterrupted();
  return result;
}

// A throw-away pair is there to practise, at any time.
std::optional<Refusal> OneStage::WhyNotYet() const {
  if (servers_->throw_away()) return std::nullopt;
  return WhyNotNow(context_.plan, ledger_->ledger(), phase_,
                   {.earliest = servers_->EarliestNow(), .latest = servers_->Now()});
}

std::optional<Refusal> OneStage::WhyNotRehearsed() const {
  if (servers_->throw_away()) return std::nullopt;
  return WhyNotInWindow(context_.plan, phase_,
                        {.earliest = servers_->EarliestNow(), .latest = servers_->Now()});
}

// The ledger doesn't know of a rehearsal in place, as nothing of it is left.
int OneStage::RefuseToRehearse(const Refusal& refusal) const {
  Print(fmt::format("stage {}  {}", PhaseName(phase_), DecisionName(refusal.decision)));
  Print("  " + LogText(refusal.reason));
  return ExitStatusOf(refusal.decision);
}

StageResult OneStage::Refuse(const Refusal& refusal) {
  StageResult result{
      .status = ExitStatusOf(refusal.decision), .reasons = {refusal.reason}, .is_refused = true};
  for (std::string& what : WhatStays(context_.plan, ledger_->ledger(), phase_)) {
    result.reasons.push_back(std::move(what));
  }
  Json details = Beginning();
  details.update(result.ToJson());
  ledger_->Append(LedgerEvent::kStageRefused, phase_, "", details);
  Print(fmt::format("stage {}  {}", PhaseName(phase_), result.Outcome()));
  for (const std::string& reason : result.reasons) Print("  " + LogText(reason));
  return result;
}

Moment OneStage::LastMomentOf() const {
  if (servers_ == nullptr || ledger_ == nullptr || servers_->throw_away()) return Moment::max();
  const auto last = LastMoment(context_.plan, ledger_->ledger(), phase_);
  if (!last) return Moment::max();
  return Clock::now() + (*last - ParseUtc(servers_->Now()).value());
}

// A time to come in the ledger would keep later runs from going on until it has come.
void OneStage::RequireClock() const {
  ledger_->RequireClock();
  servers_->RequireHostsClock();
}

StageResult OneStage::Look() {
  RequireClock();
  ledger_->Append(LedgerEvent::kLookBegan, phase_, "", Beginning());
  Print(fmt::format("stage {}  looks again", PhaseName(phase_)));
  const StageResult result = Ended(&OneStage::LookAndJudge);
  ledger_->Append(LedgerEvent::kLookEnded, phase_, "", Ending(result));
  for (const std::string& reason : result.reasons) Print("  " + LogText(reason));
  Print(fmt::format("stage {}  {}", PhaseName(phase_), result.Outcome()));
  ThrowIfInterrupted();
  return result;
}

StageRun OneStage::MakeStageRun() {
  return {
      .stage = StageOf(phase_),
      .plan = context_.plan,
      .environment = context_.environment,
      .arguments = arguments_,
      .source = context_.endpoints.source,
      .target = context_.endpoints.target,
      .migration = context_.migration,
      .ledger = ledger_,
      .jobs = options_.run.effort.jobs,
      .throw_away = servers_ != nullptr && servers_->throw_away(),
      .rehearse = options_.rehearse,
      .tool = ToolName(),
      .output = {.print_line = [this](const std::string& line) { Print(line); },
                 .print_progress = ShowProgressLine},
      .check_lock = [this] { servers_->RequireLock(); },
      .run_checks = [this](const auto& checks, Moment until) { return RunChecks(checks, until); },
      .last_moment = LastMomentOf()};
}

Json OneStage::Beginning() const {
  const Plan& plan = context_.plan;
  const Operator current = CurrentOperator();
  Json beginning = {{"who", current.user},
                    {"host", current.host},
                    {"pid", getpid()},
                    {"tool", ToolName()},
                    {"plan", plan.name},
                    {"plan_digest", plan.digest},
                    {"stage_digest", StageDigest(plan, phase_)},
                    {"files", plan.FileDigests()},
                    {"strict", options_.run.strict},
                    {"source", plan.has_source() ? context_.endpoints.source.ForPeople() : ""},
                    {"source_id", servers_->IdOf(SideName::kSource)},
                    {"source_version", servers_->VersionOf(SideName::kSource)},
                    {"target", context_.endpoints.target.ForPeople()},
                    {"target_id", servers_->IdOf(SideName::kTarget)},
                    {"target_version", servers_->VersionOf(SideName::kTarget)}};
  if (phase_ == Phase::kRollback) beginning["restores"] = !plan.has_source();
  if (!options_.fault.empty()) beginning["fault"] = options_.fault;
  return beginning;
}

Json OneStage::Ending(const StageResult& result) const {
  Json ending = result.ToJson();
  ending["strict"] = options_.run.strict;
  if (!cases_.empty()) ending["cases"] = cases_;
  if (!waived_.empty()) ending["waived"] = waived_;
  if (!counted_.empty()) ending["counted"] = counted_;
  return ending;
}

StageResult OneStage::Act() {
  StageResult result = Ended(&OneStage::ActAndJudge);
  if (result.status != kExitGo && arguments_.Has("on_failure")) {
    result.reasons.push_back(arguments_.Text("on_failure"));
  }
  return result;
}

StageResult OneStage::Ended(void (OneStage::*act)(StageResult&)) {
  StageResult result;
  const Activity activity(
      fmt::format("  ...    stage {}{}", PhaseName(phase_), RehearsedText(context_.plan, phase_)));
  try {
    (this->*act)(result);
    RequireUnchanged(result);
  } catch (const Interrupted&) {
    result.status = kExitInterrupted;
  } catch (const std::exception& error) {
    result.status = WasInterrupted() ? kExitInterrupted : kExitUndecided;
    result.reasons.push_back(WithoutCredentials(WhatIsWrong(error)));
  }
  ClearProgressLine();
  return result;
}

// A stage whose files changed under way, or whose clock was set back, can't be relied on.
void OneStage::RequireUnchanged(StageResult& result) const {
  const std::size_t before = result.reasons.size();
  for (const std::string& file : FilesChangedSinceRead(context_.plan)) {
    result.reasons.push_back(file + " changed during the stage: run it again");
  }
  if (ledger_->clock_set_back() > kMostClockSkew) {
    result.reasons.push_back(fmt::format("the clock of this host was set back by {}",
                                         DurationText(ledger_->clock_set_back())));
  }
  if (result.reasons.size() > before && result.status == kExitGo) result.status = kExitUndecided;
}

void OneStage::RequireOwnBaseline() {
  const Plan& plan = context_.plan;
  if (plan.has_source() || phase_ <= Phase::kPreflight) return;
  if (!plan.stages.contains(Phase::kPreflight)) return;
  RequireBaselineOfPreflight(ledger_->ledger(), context_.migration.baseline);
}

void OneStage::LookAndJudge(StageResult& result) {
  RequireOwnBaseline();
  Add(RunChecks(ChecksOfLook(context_.plan, phase_)), result);
}

void OneStage::ActAndJudge(StageResult& result) {
  const auto start = Clock::now();
  StageRun run = MakeStageRun();
  RequireOwnBaseline();
  if (run.stage.check_before_commands != nullptr) run.stage.check_before_commands(run);
  for (const ActFunction act : ActsOf(run.stage)) {
    if (result.status == kExitGo) Add(act(run), result);
  }
  ThrowIfInterrupted();
  servers_->RequireLock();
  if (result.status == kExitGo && run.stage.note_end != nullptr)
    Add(run.stage.note_end(run), result);
  const auto checks = ChecksAtTheEnd(context_.plan, phase_);
  if (result.status == kExitGo && !checks.empty()) Add(RunChecks(checks), result);
  if (result.status == kExitGo && run.stage.act_after_checks != nullptr) {
    Add(run.stage.act_after_checks(run), result);
  }
  if (arguments_.Has("max_minutes")) JudgeTime(arguments_.Number("max_minutes"), start, result);
}

CasesResult OneStage::RunChecks(const std::vector<std::string>& checks, Moment until) {
  RunOptions options = options_.run;
  // All checks of a phase are selected by its name, so that the run can be compared with one by
  // hand.
  const bool are_all = checks.size() >= ChecksOf(context_.plan, phase_).size();
  options.checks = are_all ? std::vector<std::string>() : checks;
  for (const std::string& passed : PassedRuns(ledger_->ledger(), phase_)) {
    options.passed_in.push_back((context_.migration.folder / passed).string());
  }
  // Without --json the child shows its own progress.
  const Activity activity(options.json ? fmt::format("  ...    stage {}: checks", PhaseName(phase_))
                                       : "");
  CasesResult result = RunInChild(context_, phase_, options, until);
  waived_.insert(waived_.end(), result.waived.begin(), result.waived.end());
  if (!result.counted.empty()) counted_ = result.counted;
  for (const auto& [kind, count] : result.cases.items()) {
    cases_[kind] = cases_.value(kind, std::int64_t{0}) + count.get<std::int64_t>();
  }
  return result;
}

void OneStage::Print(const std::string& line) const { PrintLine(line, options_.run.json); }

}  // namespace gonogo
