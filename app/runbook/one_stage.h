// Runs one stage of the runbook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "app/runbook/in_window.h"
#include "app/runbook/migration_servers.h"
#include "core/json/json.h"
#include "core/values/phase.h"
#include "stages/confirmation.h"
#include "stages/ledger/ledger_file.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

struct StageOptions {
  RunOptions run;  // for the checks
  Confirmations confirmations;
  bool dry_run = false;  // print what would be done, and do nothing
  // Rollback applies its patch to the source and compares again. Schema applies its steps and rolls
  // them back.
  bool rehearse = false;
  std::string fault{};  // that the rehearsal plants among the stages, in words; "": none
};

struct StageResult {
  int status = 0;  // exit status
  std::vector<std::string> reasons;
  std::vector<std::string> case_reasons;  // those of its cases, which are printed already
  Json facts = Json::object();
  std::string evidence;     // folder, relative to the migration's; "" if no checks ran
  std::string sums;         // SHA-256 of its SHA256SUMS, which binds the ledger to that evidence
  bool is_refused = false;  // it didn't begin

  // Returns "GO", "NO-GO", "NO-GO (could not decide)" or "interrupted".
  std::string Outcome() const;

  // Returns the result as the ledger has it.
  Json ToJson() const;
};

class OneStage {
 public:
  // A dry run needs neither servers nor ledger, and a rehearsal no ledger: they may be null.
  OneStage(const RunContext& context, const StageOptions& options, Phase phase,
           MigrationServers* servers, LedgerFile* ledger);

  // Prints what Run would do.
  void Show();

  // Asks for the confirmation, does the stage's own work and undoes it. Only schema can do that.
  // Does nothing outside of the plan's window. Records nothing in the ledger. Returns the exit
  // status.
  int Rehearse();

  // Asks for the confirmation, does the stage's work and the plan's commands, and runs the checks
  // of the phase. Records the beginning and the end in the ledger. An error ends the stage, and is
  // in the result. If the plan's window doesn't suffice, records that, and does nothing. Throws
  // PlanError if the stage isn't confirmed, and Interrupted.
  StageResult Run();

  // Runs only the checks of a stage that has passed, and records that. Otherwise as Run, but needs
  // no confirmation, because it changes nothing.
  StageResult Look();

 private:
  StageRun MakeStageRun();
  std::optional<Refusal> WhyNotYet() const;
  StageResult Refuse(const Refusal& refusal);
  std::optional<Refusal> WhyNotRehearsed() const;
  int RefuseToRehearse(const Refusal& refusal) const;
  Moment LastMomentOf() const;
  Json Beginning() const;
  StageResult Act();
  StageResult Ended(void (OneStage::*act)(StageResult&));
  void ActAndJudge(StageResult& result);
  void LookAndJudge(StageResult& result);
  void RequireClock() const;
  void RequireOwnBaseline();
  void RequireUnchanged(StageResult& result) const;
  CasesResult RunChecks(const std::vector<std::string>& checks, Moment until = Moment::max());
  Json Ending(const StageResult& result) const;
  void Print(const std::string& line) const;

  const RunContext& context_;
  const StageOptions& options_;
  Phase phase_;
  const Arguments& arguments_;
  MigrationServers* servers_;
  LedgerFile* ledger_;
  Json waived_ = Json::array();    // what passed on waivers so far
  Json counted_ = Json::object();  // rows, by the checks that counted last
  Json cases_ = Json::object();    // how many of the cases that ran so far passed, failed, ...
};

}  // namespace gonogo
