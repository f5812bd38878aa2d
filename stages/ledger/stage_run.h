// What a stage may use while it acts.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"
#include "core/values/arguments.h"
#include "fixtures/session/connection_string.h"
#include "stages/ledger/ledger_file.h"

namespace gonogo {

// How a stage tells people what it does.
struct StageOutput {
  std::function<void(const std::string&)> say;   // a line that stays
  std::function<void(const std::string&)> show;  // a line that the next one replaces
};

// How cases of the stage's phase ended.
struct CasesResult {
  int status = 0;                    // as the exit status of `gonogo run`
  std::string evidence;              // its folder, below the migration's; empty: nothing was run
  std::vector<std::string> reasons;  // which people have been shown
};

struct StageRun {
  const Stage& stage;
  const Plan& plan;
  const Environment& environment;
  const Arguments& arguments;
  const ConnectionString& source;  // of a plan without a source: nothing
  const ConnectionString& target;
  std::filesystem::path baseline;  // of a plan without a source: the file, there or not
  std::filesystem::path folder;    // of the migration: the ledger, artifacts, backups
  LedgerFile* ledger = nullptr;    // null where nothing is done: the stage says what it would do
  std::size_t jobs = 2;
  bool throw_away = false;  // both servers are of a throw-away pair
  bool rehearse = false;    // see StagedOptions
  std::string tool;         // "gonogo 0.1.0"
  StageOutput voice;
  std::function<void()> check_lock;  // throws DatabaseError where the lock of this run is gone
  // Runs the cases of these checks in the stage's phase; of all where there are none. Throws
  // Interrupted.
  std::function<CasesResult(const std::vector<std::string>& checks)> judge;

  bool dry() const { return ledger == nullptr; }

  // The database that is to be kept as it is now: the source, or else the target before it is
  // changed.
  const ConnectionString& original() const { return plan.has_source() ? source : target; }
  std::string original_name() const { return plan.has_source() ? "source" : "target"; }
};

}  // namespace gonogo
