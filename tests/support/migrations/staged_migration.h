// A small migration with stages between two new databases: four tables with foreign keys, a
// trigger, a sequence, and enough rows to interrupt a copy.
#pragma once

#include <string>

#include "core/record/ledger.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

class StagedMigration {
 public:
  // `more` is merged into the plan's "stages", which has preflight, schema, backfill, verify and
  // gate. Example: {"backfill": {"confirm": "COPY"}}.
  explicit StagedMigration(const std::string& name, const Json& more = Json::object());

  // Runs `gonogo stage` in this migration's folder, with the URLs and `environment`.
  ProcessResult Stage(const Words& words, const Variables& environment = {}) const;
  // Runs `gonogo stage all` and kills it with SIGKILL after that time. Returns true if it ended
  // before.
  bool StageAllAndKill(int milliseconds) const;
  // Runs `gonogo diff` of all tables. The exit status is 0 if the target equals the source.
  ProcessResult Diff() const;

  Ledger LedgerLines() const;
  // Replaces a step file, such as tables.sql.
  void RewriteStep(const std::string& file, const std::string& sql) const;

  const BothDatabases& databases() const { return databases_; }
  const Scratch& scratch() const { return scratch_; }
  std::string folder() const { return scratch_.Path("migration"); }

 private:
  BothDatabases databases_;
  Scratch scratch_;
};

}  // namespace gonogo::testing_support
