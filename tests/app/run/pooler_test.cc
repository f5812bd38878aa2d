// A target behind a real transaction pooler: every transaction may meet another server connection.
// And the pooler that a plan names, seen from the command line.
#include <gtest/gtest.h>

#include "tests/support/credity_pair.h"
#include "tests/support/running_pooler.h"

namespace gonogo::testing_support {
namespace {

// What is left of the run on the pooler's only server connection.
std::string LeftOn(const std::string& url) {
  const char* const sql =
      "SELECT current_setting('row_security') || ' ' || current_setting('statement_timeout')";
  return RunCommand({.words = {"psql", "-X", "-At", url, "-c", sql}}).output;
}

TEST(TransactionPooler, IsNoObstacleAndKeepsNoSettingOfTheRun) {
  const Scratch scratch;
  const DamagedTarget target("");
  const RunningPooler pooler(TestPair().target, "transaction", 1);
  const std::string url = pooler.Url(target.name());
  const Finished run = RunCredity("gate", url, scratch.Path("out"));
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(LeftOn(url), "on 0\n");
}

// A plan that looks at the pooler, and at the two sides.
std::string PlanWithPooler() {
  const Json checks = {{{"id", "pooler"}, {"gate", "pooler_mode"}, {"mode", "transaction"}},
                       {{"id", "sides"}, {"gate", "right_database"}}};
  return Json{{"gonogo", 1},
              {"name", "small"},
              {"connections",
               {{"source", {{"url", {{"env", "SRC_DB_URL"}}}}},
                {"target", {{"url", {{"env", "TGT_DB_URL"}}}}},
                {"pooler", {{"url", {{"env", "DATABASE_URL"}}}}}}},
              {"checks", checks}}
      .dump();
}

class PlannedPooler : public testing::Test {
 protected:
  Finished Run(const std::string& pooler_url) const {
    return RunGonogo({"run", "--plan", scratch_.File("plan.json", PlanWithPooler()), "--out",
                      scratch_.Path("out"), "--source", CredityUrl(), "--target", target_.Url()},
                     {{"DATABASE_URL", pooler_url}});
  }

  const Scratch scratch_;
  const DamagedTarget target_{""};
};

TEST_F(PlannedPooler, IsWhereItsVariableSaysOrmParametersIncluded) {
  const RunningPooler pooler(TestPair().target, "transaction");
  const Finished run =
      Run(pooler.Url(target_.name()) + "?pgbouncer=true&connection_limit=1&schema=public");
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST_F(PlannedPooler, IsAnErrorOfItsOwnCasesWhereItsVariableIsNotSet) {
  const Finished run = Run("");
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("no pooler: set DATABASE_URL"), std::string::npos) << run.output;
  const Json verdict = VerdictIn(scratch_.Path("out"));
  EXPECT_EQ(verdict["cases"]["errors"], 2);
  EXPECT_EQ(verdict["cases"]["passed"], 3);
}

TEST_F(PlannedPooler, IsAnErrorOfItsOwnCasesWhereItsVariableHoldsNoUrlWhichStaysUnseen) {
  const Finished run = Run("postgresql://app:made-up@secret@127.0.0.1/app");
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("DATABASE_URL is no connection string"), std::string::npos)
      << run.output;
  EXPECT_EQ(run.output.find("secret"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
