// A migration of one table with two items to sign, on two databases of its own.
#pragma once

#include <string>

#include "tests/support/both_databases.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

class SignedMigration {
 public:
  // `more`: members of the plan beside its own, or instead of them.
  explicit SignedMigration(const std::string& name, const Json& more = Json::object());

  void ChangePlan(const Json& more);

  // gonogo COMMAND --plan of this migration, with GONOGO_MIGRATION set to its folder.
  ProcessResult Do(const Words& words, const Variables& environment = {}) const;
  // gonogo run gate, which leaves its evidence in evidence(); `more` options.
  ProcessResult Run(const Words& more = {}, const Variables& environment = {});
  // gonogo sign, of both items.
  ProcessResult SignBoth() const;

  // Of the last run.
  std::string evidence() const { return scratch_.Path("run" + std::to_string(runs_)); }
  Json verdict() const { return VerdictIn(evidence()); }
  std::string junit() const { return ReadFile(evidence() + "/junit/gtest.xml"); }

  const BothDatabases& databases() const { return databases_; }
  const Scratch& scratch() const { return scratch_; }
  std::string plan() const { return scratch_.Path("plan.json"); }
  std::string folder() const { return scratch_.Path("migration"); }

 private:
  BothDatabases databases_;
  Scratch scratch_;
  int runs_ = 0;
};

}  // namespace gonogo::testing_support
