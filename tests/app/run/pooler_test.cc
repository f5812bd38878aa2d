// A target behind a real pooler in transaction mode, where every transaction may get another
// backend; and the pooler that a plan names.
#include <gtest/gtest.h>

#include "fixtures/rehearsal/running_pooler.h"
#include "tests/support/migrations/credity_pair.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

// What the run left on the three backends of the pooler: transactions that overlap get one each.
std::string LeftOn(const std::string& url) {
  const std::string script = R"sh(
ask() {
  psql -X -Atq "$1" -c BEGIN -c "SELECT current_setting('row_security'),
    current_setting('statement_timeout')" -c "DO \$\$BEGIN PERFORM pg_sleep(1); END\$\$"
}
ask "$1" & ask "$1" & ask "$1"
wait)sh";
  return RunCommand({.words = {"bash", "-c", script, "ask", url}}).output;
}

TEST(TransactionPooler, AllowsARunAndKeepsNoneOfItsSettings) {
  const Scratch scratch;
  const DamagedTarget target("");
  // One for the snapshot, one for its reader, and one for what must not stay in its transaction.
  const RunningPooler pooler(TestPair().target, "transaction", 3);
  const std::string url = pooler.Url(target.name());
  const ProcessResult run = RunCredity("gate", url, scratch.Path("out"), {}, {"--jobs", "1"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(LeftOn(url), "on|0\non|0\non|0\n");
}

// A plan with one check of the pooler and one of both sides.
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
  ProcessResult Run(const std::string& pooler_url) const {
    return RunGonogo({"run", "--plan", scratch_.File("plan.json", PlanWithPooler()), "--out",
                      scratch_.Path("out"), "--source", CredityUrl(), "--target", target_.Url()},
                     {{"DATABASE_URL", pooler_url}});
  }

  const Scratch scratch_;
  const DamagedTarget target_{""};
};

TEST_F(PlannedPooler, IsFoundByItsVariableWithOrmParameters) {
  const RunningPooler pooler(TestPair().target, "transaction");
  const ProcessResult run =
      Run(pooler.Url(target_.name()) + "?pgbouncer=true&connection_limit=1&schema=public");
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST_F(PlannedPooler, IsAnErrorOfItsOwnCasesIfItsVariableIsNotSet) {
  const ProcessResult run = Run("");
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("no pooler: set DATABASE_URL"), std::string::npos) << run.output;
  const Json verdict = VerdictIn(scratch_.Path("out"));
  EXPECT_EQ(verdict["cases"]["errors"], 2);
  EXPECT_EQ(verdict["cases"]["passed"], 3);
}

TEST_F(PlannedPooler, IsAnErrorOfItsOwnCasesIfItsVariableIsNotAUrlAndDoesNotShowIt) {
  const ProcessResult run = Run("postgresql://app:made-up@secret@127.0.0.1/app");
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("DATABASE_URL isn't a valid connection string"), std::string::npos)
      << run.output;
  EXPECT_EQ(run.output.find("secret"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
