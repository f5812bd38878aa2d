// What a stage gets to do its work: the plan, both endpoints, the ledger, and ways to print and to
// run checks.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"
#include "core/values/arguments.h"
#include "core/values/side.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/migration_folder.h"
#include "stages/ledger/ledger_file.h"

namespace gonogo {

// Where a stage prints its progress.
struct StageOutput {
  std::function<void(const std::string&)> print_line;
  std::function<void(const std::string&)> print_progress;  // the next line replaces it
};

// The result of running checks of the stage's phase.
struct CasesResult {
  int status = 0;                    // as the exit status of `gonogo run`
  std::string evidence;              // the evidence folder, relative to the migration's; or ""
  std::string sums;                  // SHA-256 of its SHA256SUMS; "": it has none
  std::vector<std::string> reasons;  // already printed
  Json cases = Json::object();       // how many passed, failed, ...
  Json waived = Json::array();       // the check and subject of each case that a waiver made pass
  Json counted = Json::object();     // tables, source_rows and target_rows; {} if nothing counted
};

using Moment = std::chrono::steady_clock::time_point;

struct StageRun {
  const Stage& stage;
  const Plan& plan;
  const Environment& environment;
  const Arguments& arguments;
  const ConnectionString& source;  // empty if the plan has no source
  const ConnectionString& target;
  MigrationFolder migration;
  LedgerFile* ledger = nullptr;  // null in a dry run: the stage prints what it would do
  std::size_t jobs = 2;
  bool throw_away = false;  // both servers belong to a throw-away pair
  bool rehearse = false;    // --rehearse was given
  std::string tool;         // "gonogo 0.1.0"
  StageOutput output;
  std::function<void()> check_lock;  // throws DatabaseError if this run lost its lock
  // Runs these checks in the stage's phase, or all checks of the phase if the list is empty, until
  // that moment at most: what isn't done then couldn't decide. Throws Interrupted.
  std::function<CasesResult(const std::vector<std::string>& checks, Moment until)> run_checks;
  Moment deadline = Moment::max();  // of the command that runs
  // The last one to turn back, by the plan's window: later, no command begins up to the one from
  // which on there is no return.
  Moment last_moment = Moment::max();

  bool dry() const { return ledger == nullptr; }

  // Returns the database whose state before the migration must be kept: the source, or the target
  // if the migration changes one database in place.
  const ConnectionString& original() const { return plan.has_source() ? source : target; }
  std::string original_name() const { return plan.has_source() ? "source" : "target"; }

  const ConnectionString& endpoint(SideName side) const {
    return side == SideName::kSource ? source : target;
  }

  // Returns the path as the ledger has it: relative to the migration's folder if it is inside, so
  // that the folder can be moved. To read it back, append it to the folder: an absolute path stays
  // as it is.
  std::string PathInLedger(const std::filesystem::path& path) const {
    const std::filesystem::path relative = path.lexically_relative(migration.folder);
    const bool is_inside = !relative.empty() && *relative.begin() != "..";
    return is_inside ? relative.string() : path.string();
  }
};

}  // namespace gonogo
