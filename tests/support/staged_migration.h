// A small migration with stages, on two databases of its own: four tables that refer to each other,
// with a trigger, a sequence and enough rows to be caught in the middle of.
#pragma once

#include <string>

#include "core/record/ledger.h"
#include "tests/support/both_databases.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

class StagedMigration {
 public:
  // `more`: members of the plan's "stages", beside preflight, schema, backfill, verify and gate, or
  // instead of them: {"backfill": {"confirm": "COPY"}}.
  explicit StagedMigration(const std::string& name, const Json& more = Json::object());

  // gonogo stage ... in this migration's folder, with `environment` beside the URLs.
  Finished Stage(const Words& words, const Variables& environment = {}) const;
  // Starts gonogo stage all and ends it by SIGKILL after so many milliseconds; whether it had ended
  // on its own before.
  bool KillAll(int milliseconds) const;
  // gonogo diff of all tables: exit status 0 where the target equals the source.
  Finished Diff() const;

  Ledger LedgerLines() const;
  // The step file of that name (tables.sql), to be changed.
  void RewriteStep(const std::string& file, const std::string& sql) const;

  const BothDatabases& databases() const { return databases_; }
  const Scratch& scratch() const { return scratch_; }
  std::string folder() const { return scratch_.Path("migration"); }

 private:
  BothDatabases databases_;
  Scratch scratch_;
};

}  // namespace gonogo::testing_support
