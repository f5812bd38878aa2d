// What a stage may use while it acts.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/arguments.h"
#include "core/environment.h"
#include "core/plan.h"
#include "core/stage.h"
#include "fixtures/connection_string.h"
#include "stages/ledger_file.h"

namespace gonogo {

// How a stage tells people what it does.
struct StageVoice {
  std::function<void(const std::string&)> say;   // a line that stays
  std::function<void(const std::string&)> show;  // a line that the next one replaces
};

struct StageRun {
  const Stage& stage;
  const Plan& plan;
  const Environment& environment;
  const Arguments& arguments;
  const ConnectionString& source;
  const ConnectionString& target;
  std::filesystem::path folder;  // of the migration: the ledger, artifacts, backups
  LedgerFile* ledger = nullptr;  // null where nothing is done: the stage says what it would do
  std::size_t jobs = 2;
  bool rehearse = false;  // rollback: apply to the source what it is owed, and compare again
  StageVoice voice;
  std::function<void()> still_alone;  // throws DatabaseError where the lock of this run is gone

  bool dry() const { return ledger == nullptr; }
};

}  // namespace gonogo
