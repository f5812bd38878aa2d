// A migration of one table with two items to sign, between two new databases.
#pragma once

#include <string>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

class SignedMigration {
 public:
  // `more` has keys of the plan that are added to, or replace, the usual ones.
  explicit SignedMigration(const std::string& name, const Json& more = Json::object());

  void ChangePlan(const Json& more);

  // Runs gonogo with these words and this migration's --plan. Sets GONOGO_MIGRATION to its folder.
  ProcessResult RunProgram(const Words& words, const Variables& environment = {}) const;
  // Runs `gonogo run gate` with more options. Writes its evidence to evidence().
  ProcessResult Run(const Words& more = {}, const Variables& environment = {});
  // Runs `gonogo sign` for both items.
  ProcessResult SignBoth() const;

  // These belong to the last Run.
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
