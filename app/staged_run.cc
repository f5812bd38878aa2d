// The cases of a phase run in a process of their own: GoogleTest runs once a process, and what goes
// wrong there cannot take the ledger with it.
#include "app/staged_run.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>

#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run.h"
#include "core/error.h"
#include "core/text.h"
#include "core/verdict.h"
#include "fixtures/clock.h"
#include "fixtures/pair.h"
#include "fixtures/process.h"
#include "stages/catalogue.h"
#include "stages/interrupt.h"
#include "stages/plan_command.h"
#include "stages/runbook.h"
#include "stages/stage_run.h"
#include "stages/target_lock.h"
#include "stages/text_file.h"

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

bool HasCases(const Plan& plan, Phase phase) {
  return !DeclaredCases(plan, std::array{phase}, {}).empty();
}

// How a stage ended, as the ledger keeps it.
struct StageEnd {
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

// 3 h 02 min 05.1 s after the first line of the ledger.
std::string InWords(std::chrono::milliseconds offset) {
  const auto tenths = offset.count() / 100;
  return "T+" + std::to_string(tenths / 36'000) + " h " + std::to_string(tenths / 600 % 60) +
         " min " + std::to_string(tenths / 10 % 60) + "." + std::to_string(tenths % 10) + " s";
}

class StagedRun {
 public:
  StagedRun(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
            const StagedOptions& options)
      : plan_(plan),
        environment_(environment),
        endpoints_(endpoints),
        options_(options),
        folder_(fs::absolute(options.folder.empty() ? fs::path("evidence") / plan.name
                                                    : options.folder)) {}

  int Do(const StagesWanted& wanted) {
    // Decided once more behind the lock: another run may be at work until then.
    const std::vector<Phase> seen = Wanted(wanted, ReadLedger(LedgerPath()));
    if (options_.dry_run || IsDryRun(seen)) return Show(seen);
    DemandAllConfirmable(seen);
    lock_.emplace(endpoints_.target, plan_.limits, UserName() + "@" + HostName());
    const Ledger before = ReadLedger(LedgerPath());
    const std::vector<Phase> stages = Wanted(wanted, before);
    DemandAllConfirmable(stages);
    IdentifyServers(before);
    if (stages.empty()) {
      Say("every stage of " + plan_.name + " is done and green (" + LedgerPath().string() + ")");
      return kExitGo;
    }
    ledger_.emplace(LedgerPath());
    return DoEach(stages);
  }

 private:
  int DoEach(const std::vector<Phase>& stages) {
    int status = kExitGo;
    for (auto stage = stages.begin(); stage != stages.end() && status == kExitGo; ++stage) {
      status = DoOne(*stage);
    }
    if (status == kExitGo) Say("GO  " + Join(PhaseNames(stages), ", "));
    Say("ledger: " + LedgerPath().string());
    if (options_.json) std::cout << Dumped(Summary(status), 2) << "\n";
    return status;
  }

  void DemandAllConfirmable(const std::vector<Phase>& stages) const {
    for (const Phase stage : stages) {
      DemandConfirmable(stage, plan_.stages.at(stage), options_.confirmations);
    }
  }

  fs::path LedgerPath() const { return folder_ / "ledger.jsonl"; }

  std::vector<Phase> Wanted(const StagesWanted& wanted, const Ledger& ledger) const {
    if (wanted.stage == "all") {
      return StagesLeft(
          plan_, ledger,
          wanted.from.empty() ? std::nullopt : std::optional(StageNamed(wanted.from).phase));
    }
    if (!wanted.from.empty()) throw PlanError("--from goes with `gonogo stage all`");
    const Phase stage = StageNamed(wanted.stage).phase;
    DemandMayBegin(plan_, ledger, stage);
    return {stage};
  }

  // Throws PlanError where both sides are one database, or the ledger is of other servers than
  // these: what was done there was not done here.
  void IdentifyServers(const Ledger& ledger) {
    Pair pair(OpenSide("source", endpoints_.source, plan_.limits),
              OpenSide("target", endpoints_.target, plan_.limits));
    if (pair.IsOneDatabase()) {
      throw PlanError("source and target are the same database (" + endpoints_.target.ForPeople() +
                      ")");
    }
    rehearsal_ = pair.source_side().identity->throw_away && pair.target_side().identity->throw_away;
    if (options_.rehearse && !rehearsal_) {
      throw PlanError(
          "--rehearse writes to the source, and so wants a throw-away pair: --pair NAME");
    }
    source_id_ = IdOf(pair.source_side());
    target_id_ = IdOf(pair.target_side());
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
            .folder = folder_,
            .ledger = ledger_ ? &*ledger_ : nullptr,
            .jobs = options_.jobs,
            .rehearse = options_.rehearse,
            .voice = {.say = [this](const std::string& line) { Say(line); }, .show = ShowLine},
            .still_alone = [this] { lock_->DemandHeld(); }};
  }

  // What would be done. Nothing is written, the ledger included.
  int Show(const std::vector<Phase>& stages) {
    for (const Phase phase : stages) {
      StageRun run = RunOf(phase);
      Say("stage " + PhaseName(phase) + " would " + run.stage.summary);
      run.stage.act(run);
      for (const PlanCommand& command : CommandsOf(run.arguments, environment_, false)) {
        Say("  would run " + command.name + ": " + command.InWords());
      }
      if (HasCases(plan_, phase)) Say("  would run the cases of phase " + PhaseName(phase));
    }
    return kExitGo;
  }

  int DoOne(Phase phase) {
    Confirm(phase, plan_.stages.at(phase), options_.confirmations);
    ledger_->Append(LedgerEvent::kStageBegan, phase, "", Beginning(phase));
    Say("stage " + PhaseName(phase) + "  " + InWords(ledger_->ledger().lines.back().offset));
    const StageEnd end = Ended(phase);
    ledger_->Append(LedgerEvent::kStageEnded, phase, "", end.ToJson());
    for (const std::string& reason : end.reasons) Say("  " + Printable(reason));
    Say("stage " + PhaseName(phase) + "  " + end.Outcome() + "  " +
        InWords(ledger_->ledger().lines.back().offset));
    ThrowIfInterrupted();
    Json& done = done_.emplace_back(end.ToJson());
    done["stage"] = PhaseName(phase);
    return end.status;
  }

  bool Strict() const {
    const auto& given = options_.run_options;
    return std::find(given.begin(), given.end(), "--strict") != given.end();
  }

  Json Beginning(Phase phase) const {
    return {{"who", UserName()},
            {"host", HostName()},
            {"pid", getpid()},
            {"tool", ToolName()},
            {"plan", plan_.name},
            {"plan_digest", plan_.digest},
            {"stage_digest", StageDigest(plan_, phase)},
            {"strict", Strict()},
            {"source", endpoints_.source.ForPeople()},
            {"source_id", source_id_},
            {"target", endpoints_.target.ForPeople()},
            {"target_id", target_id_}};
  }

  // The second of the two places that catch: whatever keeps a stage from acting ends it, and the
  // ledger says so.
  StageEnd Ended(Phase phase) {
    StageEnd end;
    try {
      Act(phase, end);
    } catch (const Interrupted&) {
      end.status = kExitInterrupted;
    } catch (const std::exception& error) {
      end.status = WasInterrupted() ? kExitInterrupted : kExitUndecided;
      end.reasons.push_back(WithoutCredentials(error.what()));
    }
    ClearLine();
    return end;
  }

  void Act(Phase phase, StageEnd& end) {
    const auto start = std::chrono::steady_clock::now();
    StageRun run = RunOf(phase);
    if (run.stage.commands_first) RunCommands(run, end);
    if (end.status == kExitGo) ActItself(run, end);
    if (!run.stage.commands_first) RunCommands(run, end);
    ThrowIfInterrupted();
    lock_->DemandHeld();
    if (end.status == kExitGo && HasCases(plan_, phase)) RunCases(phase, end);
    if (run.arguments.Has("max_minutes")) JudgeTime(run, start, end);
  }

  static void ActItself(StageRun& run, StageEnd& end) {
    const StageOutcome outcome = run.stage.act(run);
    end.facts = outcome.facts;
    end.reasons = outcome.wrong;
    if (!outcome.wrong.empty()) end.status = kExitNoGo;
  }

  static void JudgeTime(const StageRun& run, std::chrono::steady_clock::time_point start,
                        StageEnd& end) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    const double allowed = run.arguments.Number("max_minutes");
    end.facts["took_ms"] = took.count();
    if (static_cast<double>(took.count()) <= allowed * 60'000) return;
    end.status = std::max(end.status, kExitNoGo);
    end.reasons.push_back("took " + std::to_string(took.count()) + " ms, and may take " +
                          Json(allowed).dump() + " min");
  }

  void RunCommands(const StageRun& run, StageEnd& end) {
    for (const PlanCommand& command : CommandsOf(run.arguments, environment_, rehearsal_)) {
      if (end.status != kExitGo) return;
      ThrowIfInterrupted();
      lock_->DemandHeld();
      Say("  running " + command.name + ": " + command.InWords());
      const std::string step = "command " + command.name;
      ledger_->Append(LedgerEvent::kStepBegan, run.stage.phase, step, Json::object());
      const BoundedEnd ended = RunPlanCommand(command);
      ThrowIfInterrupted();
      ledger_->Append(LedgerEvent::kStepDone, run.stage.phase, step,
                      {{"status", ended.status}, {"output", ended.output}});
      if (ended.ending == Ending::kTimedOut) {
        end.status = kExitUndecided;
        end.reasons.push_back("command " + command.name + " did not end within " +
                              std::to_string(command.timeout.count()) + " s");
      } else if (ended.status != 0) {
        end.status = kExitNoGo;
        end.reasons.push_back("command " + command.name + " ended with status " +
                              std::to_string(ended.status) + ":\n" + ended.output);
      }
    }
  }

  void RunCases(Phase phase, StageEnd& end) {
    const fs::path evidence = folder_ / "runs" / (NewRunId() + "-" + PhaseName(phase));
    end.evidence = fs::relative(evidence, folder_).string();
    std::vector<std::string> words = {"/proc/self/exe",
                                      "run",
                                      PhaseName(phase),
                                      "--plan",
                                      fs::absolute(plan_.file).string(),
                                      "--out",
                                      fs::absolute(evidence).string()};
    words.insert(words.end(), options_.run_options.begin(), options_.run_options.end());
    // The environment is whole already: what an env file says is in it.
    Environment environment = environment_;
    environment.erase("GONOGO_ENV_FILE");
    const BoundedEnd ended = RunBounded({.words = words, .environment = environment},
                                        {.folder = fs::current_path().string(),
                                         .whole_environment = false,
                                         .shows_output = !options_.json,
                                         .bounds = {.interrupted = WasInterrupted}});
    ThrowIfInterrupted();
    end.status = ended.status;
    const fs::path verdict = evidence / "verdict.json";
    if (!fs::exists(verdict)) {
      end.status = kExitUndecided;
      end.reasons.push_back("the run of the cases left no verdict in " + evidence.string());
      return;
    }
    const Json judged = Json::parse(ReadTextFile(verdict));
    if (judged.at("plan_digest") != plan_.digest || judged.at("exit_status") != ended.status) {
      end.status = kExitUndecided;
      end.reasons.push_back(
          "the run of the cases is of another plan than this, or ended otherwise "
          "than its verdict says: " +
          evidence.string());
    }
    for (const Json& reason : judged.at("reasons")) end.case_reasons.push_back(reason);
  }

  Json Summary(int status) const {
    return {{"verdict", status == kExitGo ? "GO" : "NO-GO"},
            {"exit_status", status},
            {"plan", plan_.name},
            {"plan_digest", plan_.digest},
            {"ledger", LedgerPath().string()},
            {"stages", done_}};
  }

  void Say(const std::string& line) const {
    ClearLine();
    (options_.json ? std::cerr : std::cout) << line << std::endl;
  }

  const Plan& plan_;
  const Environment& environment_;
  const Endpoints& endpoints_;
  const StagedOptions& options_;
  fs::path folder_;
  std::optional<TargetLock> lock_;
  std::optional<LedgerFile> ledger_;
  bool rehearsal_ = false;  // both servers are of a throw-away pair
  std::string source_id_;   // system identifier and database oid
  std::string target_id_;
  Json done_ = Json::array();  // the stages of this run, as the ledger has their ends
};

}  // namespace

int DoStages(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
             const StagesWanted& wanted, const StagedOptions& options) {
  return StagedRun(plan, environment, endpoints, options).Do(wanted);
}

}  // namespace gonogo
