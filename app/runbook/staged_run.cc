// Whatever keeps a stage from acting ends it, and the ledger says how.
#include "app/runbook/staged_run.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run/phase_cases.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/plan/stage_command.h"
#include "core/record/record_path.h"
#include "core/record/verdict.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "gates/records/record_files.h"
#include "reporters/execution_report.h"
#include "stages/backup/baseline_take.h"
#include "stages/ledger/stage_run.h"
#include "stages/ledger/target_lock.h"
#include "stages/runbook.h"
#include "stages/stage_table.h"
#include "stages/steps/stage_commands.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string UserName() {
  const passwd* const user = getpwuid(geteuid());
  return user == nullptr ? std::to_string(geteuid()) : user->pw_name;
}

std::string HostName() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::vector<std::string> ChecksOf(const Plan& plan, Phase phase) {
  std::vector<std::string> checks;
  for (const Check& check : plan.checks) {
    if (check.BelongsTo(phase)) checks.push_back(check.id);
  }
  return checks;
}

// Those of the phase that no command of the stage judges: they are judged at its end.
std::vector<std::string> ChecksAtTheEnd(const Plan& plan, Phase phase) {
  const auto judged = ChecksInCommands(StageCommandsOf(plan.stages.at(phase)));
  std::vector<std::string> left = ChecksOf(plan, phase);
  std::erase_if(left, [&](const std::string& check) {
    return std::find(judged.begin(), judged.end(), check) != judged.end();
  });
  return left;
}

fs::path FolderOf(const fs::path& given) {
  const fs::path folder = fs::absolute(given).lexically_normal();
  return folder.has_filename() ? folder : folder.parent_path();
}

// Where that file of the migration in `folder` is.
fs::path RecordIn(const fs::path& folder, const RecordFile& file, const Plan& plan,
                  Environment environment) {
  environment["GONOGO_MIGRATION"] = folder.string();
  return fs::absolute(PathOf(file, plan.name, environment));
}

// How a stage ended, as the ledger keeps it.
struct StageResult {
  int status = kExitGo;
  std::vector<std::string> reasons;
  std::vector<std::string> case_reasons;  // those of its cases, which people have seen already
  Json facts = Json::object();
  std::string evidence;

  std::string Outcome() const {
    return status == kExitInterrupted ? "interrupted"
                                      : DecisionName(status == kExitGo     ? Decision::kGo
                                                     : status == kExitNoGo ? Decision::kNoGo
                                                                           : Decision::kUndecided);
  }

  std::vector<std::string> AllReasons() const {
    std::vector<std::string> all = reasons;
    all.insert(all.end(), case_reasons.begin(), case_reasons.end());
    return all;
  }

  Json ToJson() const {
    return {{"status", status},
            {"outcome", Outcome()},
            {"reasons", AllReasons()},
            {"facts", facts},
            {"evidence", evidence}};
  }
};

class StagedRun {
 public:
  StagedRun(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
            const StagedOptions& options)
      : plan_(plan),
        environment_(environment),
        endpoints_(endpoints),
        options_(options),
        folder_(
            FolderOf(options.folder.empty() ? fs::path("evidence") / plan.name : options.folder)),
        baseline_(RecordIn(folder_, kBaseline, plan, environment)) {}

  StagesResult Do(const StageRequest& wanted) {
    // Decided once more behind the lock: another run may be at work until then.
    const std::vector<Phase> seen = Wanted(wanted, ReadLedger(LedgerPath()));
    if (options_.dry_run || IsDryRun(seen)) return Show(seen);
    RequireAllConfirmable(seen);
    lock_.emplace(endpoints_.target, plan_.limits, UserName() + "@" + HostName());
    const Ledger before = ReadLedger(LedgerPath());
    const std::vector<Phase> stages = Wanted(wanted, before);
    RequireAllConfirmable(stages);
    IdentifyServers(before);
    if (options_.rehearse && stages == std::vector{Phase::kSchema}) return DryRun(Phase::kSchema);
    RequireRehearsable();
    if (stages.empty()) {
      Say("every stage of " + plan_.name + " is done and green (" + LedgerPath().string() + ")");
      return {};
    }
    ledger_.emplace(LedgerPath());
    return DoEach(stages);
  }

 private:
  StagesResult DoEach(const std::vector<Phase>& stages) {
    StagesResult done{.ledger = LedgerPath().string()};
    for (auto stage = stages.begin(); stage != stages.end() && done.status == kExitGo; ++stage) {
      const StageResult end = DoOne(*stage);
      done.status = end.status;
      done.stages.push_back(end.ToJson());
      done.stages.back()["stage"] = PhaseName(*stage);
    }
    if (done.status == kExitGo) Say("GO  " + Join(PhaseNames(stages), ", "));
    WriteReport();
    Say("ledger: " + LedgerPath().string());
    return done;
  }

  void WriteReport() const {
    const auto signoffs = ReadSignoffs(RecordIn(folder_, kSignoffs, plan_, environment_).string());
    WriteTextFile(folder_ / "report.md",
                  ExecutionReport(plan_, ledger_->ledger(), signoffs, UtcNow()));
  }

  void RequireAllConfirmable(const std::vector<Phase>& stages) const {
    for (const Phase stage : stages) {
      RequireConfirmable(stage, plan_.stages.at(stage), options_.confirmations);
    }
  }

  fs::path LedgerPath() const { return folder_ / "ledger.jsonl"; }

  std::vector<Phase> Wanted(const StageRequest& wanted, const Ledger& ledger) const {
    const auto named = [](const std::string& name) {
      return name.empty() ? std::nullopt : std::optional(StageNamed(name).phase);
    };
    if (wanted.stage == "all") {
      return StagesLeft(plan_, ledger, named(wanted.from), named(wanted.until));
    }
    if (!wanted.from.empty() || !wanted.until.empty()) {
      throw PlanError("--from and --until go with `gonogo stage all`");
    }
    const Phase stage = StageNamed(wanted.stage).phase;
    RequireMayBegin(plan_, ledger, stage);
    return {stage};
  }

  // Throws PlanError where both sides are one database, or the ledger is of other servers than
  // these: what was done there was not done here.
  void IdentifyServers(const Ledger& ledger) {
    if (plan_.has_source()) {
      IdentifyPair();
    } else {
      const Side target = OpenSide("target", endpoints_.target, plan_.limits);
      if (target.failure) throw DatabaseError(*target.failure);
      rehearsal_ = target.identity->throw_away;
      target_id_ = IdOf(target);
    }
    RequireSameServers(ledger);
  }

  void IdentifyPair() {
    Pair pair = OpenPair(plan_, endpoints_);
    if (pair.IsOneDatabase()) {
      throw PlanError("source and target are the same database (" + endpoints_.target.ForPeople() +
                      ")");
    }
    rehearsal_ = pair.source_side().identity->throw_away;
    if (rehearsal_ != pair.target_side().identity->throw_away) {
      throw PlanError("one side is of a throw-away pair, and the other is not");
    }
    source_id_ = IdOf(pair.source_side());
    target_id_ = IdOf(pair.target_side());
  }

  void RequireSameServers(const Ledger& ledger) const {
    for (const LedgerLine& line : ledger.lines) {
      if (line.event != LedgerEvent::kStageBegan) continue;
      for (const auto& [side, id] : {std::pair("source", source_id_), {"target", target_id_}}) {
        if (line.details.at(std::string(side) + "_id") == id) continue;
        throw PlanError(LedgerPath().string() + " is of another " + side + " (" +
                        line.details.at(side).get<std::string>() +
                        "): give the folder of this migration with --out");
      }
    }
  }

  static std::string IdOf(const Side& side) {
    return side.identity->system_identifier.value_or("unknown") + "/" + side.identity->database_oid;
  }

  // Whether the plan, or the environment through it, says that the stage is only to be shown.
  bool IsDryRun(const std::vector<Phase>& stages) const {
    const auto is_dry = [this](Phase stage) {
      return plan_.stages.at(stage).values().value("mode", "run") == "dry-run";
    };
    if (std::none_of(stages.begin(), stages.end(), is_dry)) return false;
    if (stages.size() == 1) return true;
    throw PlanError(
        "stage backfill has the mode dry-run, and what comes after needs it done: do "
        "`gonogo stage backfill` on its own, or --dry-run for all");
  }

  StageRun RunOf(Phase phase) {
    return {.stage = StageOf(phase),
            .plan = plan_,
            .environment = environment_,
            .arguments = plan_.stages.at(phase),
            .source = endpoints_.source,
            .target = endpoints_.target,
            .baseline = baseline_,
            .folder = folder_,
            .ledger = ledger_ ? &*ledger_ : nullptr,
            .jobs = options_.jobs,
            .throw_away = rehearsal_,
            .rehearse = options_.rehearse,
            .tool = ToolName(),
            .voice = {.say = [this](const std::string& line) { Say(line); }, .show = ShowLine},
            .check_lock = [this] { lock_->RequireHeld(); },
            .judge = [this, phase](const auto& checks) { return RunCases(phase, checks); }};
  }

  void RequireRehearsable() const {
    if (!options_.rehearse || (rehearsal_ && plan_.has_source())) return;
    throw PlanError("--rehearse writes to the source, and so wants a throw-away pair: --pair NAME");
  }

  // Does the stage's own act and takes it back; the ledger is not told, for nothing is done.
  StagesResult DryRun(Phase phase) {
    Confirm(phase, plan_.stages.at(phase), options_.confirmations);
    StageRun run = RunOf(phase);
    const StageOutcome outcome = run.stage.act(run);
    ClearLine();
    for (const std::string& wrong : outcome.wrong) Say("  " + Printable(wrong));
    const int status = outcome.wrong.empty() ? kExitGo : kExitNoGo;
    Say("stage " + PhaseName(phase) + "  rehearsed, and rolled back" +
        (status == kExitGo ? "" : ": NO-GO"));
    return {.status = status, .ledger = {}, .stages = Json::array()};
  }

  // What would be done. Nothing is written, the ledger included.
  StagesResult Show(const std::vector<Phase>& stages) {
    for (const Phase phase : stages) {
      StageRun run = RunOf(phase);
      Say("stage " + PhaseName(phase) + " would " + run.stage.summary);
      for (const auto act : InOrder(run.stage)) act(run);
      const auto checks = ChecksAtTheEnd(plan_, phase);
      if (!checks.empty()) Say("  would judge " + Join(checks, ", "));
    }
    return {};
  }

  StageResult DoOne(Phase phase) {
    Confirm(phase, plan_.stages.at(phase), options_.confirmations);
    ledger_->Append(LedgerEvent::kStageBegan, phase, "", Beginning(phase));
    Say("stage " + PhaseName(phase) + "  " + OffsetText(ledger_->ledger().lines.back().offset));
    const StageResult end = Ended(phase);
    ledger_->Append(LedgerEvent::kStageEnded, phase, "", end.ToJson());
    for (const std::string& reason : end.reasons) Say("  " + Printable(reason));
    Say("stage " + PhaseName(phase) + "  " + end.Outcome() + "  " +
        OffsetText(ledger_->ledger().lines.back().offset));
    ThrowIfInterrupted();
    return end;
  }

  bool Strict() const {
    const auto& given = options_.run_options;
    return std::find(given.begin(), given.end(), "--strict") != given.end();
  }

  Json Beginning(Phase phase) const {
    Json beginning = {{"who", UserName()},
                      {"host", HostName()},
                      {"pid", getpid()},
                      {"tool", ToolName()},
                      {"plan", plan_.name},
                      {"plan_digest", plan_.digest},
                      {"stage_digest", StageDigest(plan_, phase)},
                      {"strict", Strict()},
                      {"source", plan_.has_source() ? endpoints_.source.ForPeople() : ""},
                      {"source_id", source_id_},
                      {"target", endpoints_.target.ForPeople()},
                      {"target_id", target_id_}};
    if (phase == Phase::kRollback) beginning["restores"] = !plan_.has_source();
    return beginning;
  }

  // The second of the two places that catch: whatever keeps a stage from acting ends it, and the
  // ledger says so.
  StageResult Ended(Phase phase) {
    StageResult end;
    try {
      Act(phase, end);
    } catch (const Interrupted&) {
      end.status = kExitInterrupted;
    } catch (const std::exception& error) {
      end.status = WasInterrupted() ? kExitInterrupted : kExitUndecided;
      end.reasons.push_back(WithoutCredentials(error.what()));
    }
    ClearLine();
    const Arguments& stage = plan_.stages.at(phase);
    if (end.status != kExitGo && stage.Has("on_failure")) {
      end.reasons.push_back(stage.Text("on_failure"));
    }
    return end;
  }

  void Act(Phase phase, StageResult& end) {
    const auto start = std::chrono::steady_clock::now();
    StageRun run = RunOf(phase);
    if (!plan_.has_source() && phase > Phase::kPreflight &&
        plan_.stages.contains(Phase::kPreflight)) {
      RequireBaselineOfPreflight(ledger_->ledger(), baseline_);
    }
    if (run.stage.demand != nullptr) run.stage.demand(run);
    for (const auto act : InOrder(run.stage)) {
      if (end.status == kExitGo) Take(act(run), end);
    }
    ThrowIfInterrupted();
    lock_->RequireHeld();
    const auto checks = ChecksAtTheEnd(plan_, phase);
    if (end.status == kExitGo && !checks.empty()) Take(RunCases(phase, checks), end);
    if (run.arguments.Has("max_minutes")) JudgeTime(run, start, end);
  }

  // What a stage does itself, and what the plan has it do.
  static std::array<StageOutcome (*)(StageRun&), 2> InOrder(const Stage& stage) {
    if (stage.commands_first) return {DoCommands, stage.act};
    return {stage.act, DoCommands};
  }

  static void Take(const StageOutcome& outcome, StageResult& end) {
    end.facts.update(outcome.facts);
    end.reasons.insert(end.reasons.end(), outcome.wrong.begin(), outcome.wrong.end());
    if (!outcome.wrong.empty()) end.status = kExitNoGo;
  }

  static void Take(const CasesResult& cases, StageResult& end) {
    end.status = cases.status;
    end.evidence = cases.evidence;
    end.case_reasons = cases.reasons;
  }

  static void JudgeTime(const StageRun& run, std::chrono::steady_clock::time_point start,
                        StageResult& end) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    const double allowed = run.arguments.Number("max_minutes");
    end.facts["took_ms"] = took.count();
    if (static_cast<double>(took.count()) <= allowed * 60'000) return;
    end.status = std::max(end.status, kExitNoGo);
    end.reasons.push_back("took " + std::to_string(took.count()) + " ms, and may take " +
                          ToText(Json(allowed)) + " min");
  }

  CasesResult RunCases(Phase phase, const std::vector<std::string>& checks) {
    std::vector<std::string> words = {"--plan", fs::absolute(plan_.file).string()};
    // All of a phase are named by its name: that run can be compared with one by hand.
    if (checks.size() < ChecksOf(plan_, phase).size()) {
      for (const std::string& check : checks) words.insert(words.end(), {"--check", check});
    }
    words.insert(words.end(), options_.run_options.begin(), options_.run_options.end());
    // The environment is whole already: what an env file says is in it.
    Environment environment = environment_;
    environment.erase("GONOGO_ENV_FILE");
    environment["GONOGO_MIGRATION"] = folder_.string();
    if (!plan_.has_source()) environment["GONOGO_BASELINE"] = baseline_.string();
    return RunCasesOf(phase, plan_, words, environment, folder_, !options_.json);
  }

  void Say(const std::string& line) const { SayLine(line, options_.json); }

  const Plan& plan_;
  const Environment& environment_;
  const Endpoints& endpoints_;
  const StagedOptions& options_;
  fs::path folder_;
  fs::path baseline_;  // of a plan without a source
  std::optional<TargetLock> lock_;
  std::optional<LedgerFile> ledger_;
  bool rehearsal_ = false;  // both servers are of a throw-away pair
  std::string source_id_;   // system identifier and database oid
  std::string target_id_;
};

}  // namespace

Json StagesResult::Summary(const Plan& plan) const {
  return {{"verdict", status == kExitGo ? "GO" : "NO-GO"},
          {"exit_status", status},
          {"plan", plan.name},
          {"plan_digest", plan.digest},
          {"ledger", ledger},
          {"stages", stages}};
}

StagesResult DoStages(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
                      const StageRequest& wanted, const StagedOptions& options) {
  return StagedRun(plan, environment, endpoints, options).Do(wanted);
}

}  // namespace gonogo
