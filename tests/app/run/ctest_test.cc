// A plan run by ctest, from a separate folder that includes the same script as the build folder.
#include <gtest/gtest.h>

#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

ProcessResult Ctest(const Words& arguments, const Variables& environment, const Scratch& scratch) {
  scratch.File("CTestTestfile.cmake",
               std::string("include(\"") + GONOGO_BUILD_DIR + "/PlanTests.cmake\")\n");
  Words words = {"env",
                 "-u",
                 "SRC_DB_URL",
                 "-u",
                 "TGT_DB_URL",
                 "-u",
                 "GONOGO_REHEARSAL",
                 "GONOGO_PLAN=" + InProject("plans/credity/plan.json")};
  for (const auto& [name, value] : environment) words.push_back(name + "=" + value);
  words.insert(words.end(), {"ctest", "--test-dir", scratch.Path(""), "--output-on-failure"});
  words.insert(words.end(), arguments.begin(), arguments.end());
  return RunCommand({.words = words});
}

// The environment of the rehearsal, which ctest's tests inherit.
Variables Launch(const std::string& target_url) {
  Variables variables = RehearsalVariables();
  variables["SRC_DB_URL"] = CredityUrl();
  variables["TGT_DB_URL"] = target_url;
  return variables;
}

TEST(Ctest, RunsTheChecksOfALabelAgainstTheServersInTheEnvironment) {
  const Scratch scratch;
  const DamagedTarget target("");
  const ProcessResult run = Ctest({"-L", "gate"}, Launch(target.Url()), scratch);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("verdict.gate"), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find("pair.up"), std::string::npos) << run.output;
}

TEST(Ctest, FailsTheCheckAndTheVerdictOnADamagedTarget) {
  const Scratch scratch;
  const DamagedTarget target("DELETE FROM wallet.activities");
  const ProcessResult run = Ctest({"-L", "verify"}, Launch(target.Url()), scratch);
  EXPECT_EQ(run.status, 8) << run.output;
  EXPECT_NE(run.output.find("row_count (Failed)"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find("verdict.verify (Failed)"), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find("state_store_keys (Failed)"), std::string::npos) << run.output;
}

TEST(SlowCtest, IgnoresShardVariables) {
  const Scratch scratch;
  const DamagedTarget target("DELETE FROM wallet.activities");
  Variables environment = Launch(target.Url());
  environment.insert({{"GTEST_TOTAL_SHARDS", "1000"}, {"GTEST_SHARD_INDEX", "999"}});
  const ProcessResult run = Ctest({"-L", "verify"}, environment, scratch);
  EXPECT_EQ(run.status, 8) << run.output;
}

TEST(Ctest, ReportsAMissingCheckInTheVerdict) {
  const Scratch scratch;
  const DamagedTarget target("");
  const ProcessResult run =
      Ctest({"-L", "verify", "-E", "row_count"}, Launch(target.Url()), scratch);
  EXPECT_EQ(run.status, 8) << run.output;
  EXPECT_TRUE(OutputHas(run, "row_count.issuer.tenants")) << run.output;
  EXPECT_TRUE(OutputHas(run, " did not run\n")) << run.output;
}

TEST(Ctest, FailsForAnUnknownLabel) {
  const Scratch scratch;
  for (const char* label : {"nosuchphase", "backfill", "^gat$"}) {
    const ProcessResult run = Ctest({"--no-tests=error", "-L", label}, {}, scratch);
    EXPECT_EQ(run.status, 8) << run.output;
    EXPECT_NE(run.output.find("No tests were found"), std::string::npos) << run.output;
    EXPECT_EQ(run.output.find("tests passed"), std::string::npos) << run.output;
  }
}

TEST(Ctest, FailsIfThePlanIsWrong) {
  const Scratch scratch;
  const ProcessResult run =
      Ctest({"-L", "gate"}, {{"GONOGO_PLAN", scratch.File("plan.json", "{")}}, scratch);
  EXPECT_EQ(run.status, 8) << run.output;
  EXPECT_NE(run.output.find("plan.list"), std::string::npos) << run.output;
}

TEST(Ctest, FailsIfAServerIsUnreachable) {
  const Scratch scratch;
  const ProcessResult run =
      Ctest({"-L", "gate"}, Launch("postgresql://nobody@127.0.0.1:1/nothing"), scratch);
  EXPECT_EQ(run.status, 8) << run.output;
  EXPECT_NE(run.output.find("row_count (Failed)"), std::string::npos) << run.output;
  EXPECT_EQ(run.output.find("Skipped"), std::string::npos) << run.output;
}

// As in a pipeline whose secrets didn't arrive, or with a misspelt variable. An env file may lack
// them, too. Only one test says so, and none runs.
TEST(Ctest, FailsIfTheUrlsAreNotSet) {
  const Scratch scratch;
  const std::string env_file = scratch.File("env", "SRC_DB_URL=\n");
  for (const Variables& environment :
       {Variables{}, Variables{{"SRC_DB_URL", ""}, {"TGT_DB_URL", ""}},
        Variables{{"SRC_DB_ULR", CredityUrl()}, {"TGT_DB_URL", CredityUrl()}},
        Variables{{"SRC_DB_URL", CredityUrl()},
                  {"TGT_DB_URL", CredityUrl()},
                  {"GONOGO_ENV_FILE", env_file}},
        Variables{{"GONOGO_REHEARSAL", "0"}}}) {
    const ProcessResult run =
        Ctest({"-L", "gate", "-R", "row_count|verdict"}, environment, scratch);
    EXPECT_EQ(run.status, 8) << run.output;
    EXPECT_TRUE(OutputHas(run, "gonogo: NO-GO: not set: SRC_DB_URL")) << run.output;
    EXPECT_TRUE(OutputHas(run, "plan.servers (Failed)")) << run.output;
    EXPECT_TRUE(OutputHas(run, "verdict.gate (Not Run)")) << run.output;
    EXPECT_FALSE(OutputHas(run, "pair.up")) << run.output;
  }
}

// Nobody asked for a plan to be judged, so none is.
TEST(Ctest, FailsIfNoPlanIsNamed) {
  const Scratch scratch;
  for (const Variables& environment :
       {Launch(CredityUrl()), Variables{{"GONOGO_REHEARSAL", "1"}}}) {
    Variables without_plan = environment;
    without_plan["GONOGO_PLAN"] = "";
    const ProcessResult run = Ctest({"-L", "gate"}, without_plan, scratch);
    EXPECT_EQ(run.status, 8) << run.output;
    EXPECT_TRUE(OutputHas(run, "--plan is required, or the variable GONOGO_PLAN")) << run.output;
    EXPECT_FALSE(OutputHas(run, "row_count")) << run.output;
  }
}

TEST(Ctest, DoesNotRehearseIfAServerIsSet) {
  const Scratch scratch;
  const ProcessResult run =
      Ctest({"--no-tests=error", "-L", "gate"},
            {{"GONOGO_REHEARSAL", "1"}, {"TGT_DB_URL", CredityUrl()}}, scratch);
  EXPECT_EQ(run.status, 8) << run.output;
  EXPECT_NE(
      run.output.find("TGT_DB_URL names a server, but a rehearsal on sample data was asked for"),
      std::string::npos)
      << run.output;
}

TEST(SlowCtest, RehearsesOnAThrowAwayPairIfAsked) {
  const Scratch scratch;
  const ProcessResult run =
      Ctest({"-V", "-L", "preflight", "-L", "rehearsal"}, {{"GONOGO_REHEARSAL", "1"}}, scratch);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find(": rehearsal on the throw-away pair: not release evidence"),
            std::string::npos)
      << run.output;
  EXPECT_NE(run.output.find("pair.down"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
