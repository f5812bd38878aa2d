// A small migration whose commands run while something goes wrong on the way to one server.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "tests/support/faults/faulty_path.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {

// What gonogo does when it is struck.
struct KindOfRun {
  std::string name;
  Words prepared_by;  // words of `gonogo stage` that run before, undisturbed; may be empty
  Words words;        // without --plan
  bool changes_source = false;
};

// All stages, and the commands that compare.
const std::vector<KindOfRun>& KindsOfRun();
const KindOfRun& KindNamed(const std::string& name);

struct StruckRun {
  ProcessResult result;
  std::chrono::milliseconds took{0};
  PerSide<std::int64_t> bytes;  // that each server sent
  PerSide<bool> is_struck;
};

class StruckMigration {
 public:
  // Creates both databases and runs what comes before that kind of run.
  explicit StruckMigration(const KindOfRun& kind);

  // Whatever there is by now, and has happened on the source, isn't left by a later run.
  void NoteWhatThereIs();

  // Runs gonogo with paths to both servers, which are struck so. `variables` are added to its
  // environment. Ends it after a minute.
  StruckRun Run(const PerSide<Strike>& strikes, const Variables& variables = {}) const;
  // Sends a signal to gonogo while it runs, not to the programs that it runs.
  void Signal(int signal) const;
  // Sends it to all of them, as if their host slept.
  void SignalAll(int signal) const;
  // Does the same undisturbed, without the paths.
  ProcessResult RunAgain() const;

  // Returns what a run left behind, a line each: sessions, processes, files for a time, prepared
  // transactions, slots, a verdict GO, and transactions on the source. Waits a moment for
  // sessions to end.
  std::string Left() const;

  const StagedMigration& migration() const { return migration_; }

 private:
  Words All() const;
  std::set<std::string> Verdicts() const;
  std::string NextTransaction() const;

  const KindOfRun& kind_;
  StagedMigration migration_;
  Scratch temporary_;
  std::string mark_;
  std::string next_transaction_;    // of the source, when the run began
  std::set<std::string> verdicts_;  // files that say GO, from before
};

}  // namespace gonogo::testing_support
