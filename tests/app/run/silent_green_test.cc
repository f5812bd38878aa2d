// Ten ways in which GoogleTest and ctest report success without a check. None of them works on the
// built program.
#include <gtest/gtest.h>

#include "core/record/evidence.h"
#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kNobody = "postgresql://nobody@127.0.0.1:1/nothing";

// A plan with one row_count check on these relations.
std::string PlanOf(const std::vector<std::string>& relations) {
  Json list = Json::array();
  for (const std::string& relation : relations) list.push_back({{"source", relation}});
  return Json{{"gonogo", 1},
              {"name", "small"},
              {"connections",
               {{"source", {{"url", {{"env", "SRC_DB_URL"}}}}},
                {"target", {{"url", {{"env", "TGT_DB_URL"}}}}}}},
              {"relations", list},
              {"checks", {{{"id", "row_count"}, {"gate", "row_count"}, {"phases", {"gate"}}}}}}
      .dump();
}

std::size_t CountOf(const std::string& part, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// Ways 1, 2 and 5: a connection that fails ends the run with one line, and is an error.
TEST(SilentGreen, DoesNotComeFromAServerThatCannotBeReached) {
  const Scratch scratch;
  const ProcessResult run = RunCredity("gate", kNobody, scratch.Path("out"));
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(run.output.ends_with(
      "gonogo: target: can't connect to nobody@127.0.0.1:1/nothing: connection refused: no server "
      "listens there; check host and port in TGT_DB_URL\n"))
      << run.output;
  const Json verdict = VerdictIn(scratch.Path("out"));
  EXPECT_EQ(verdict["verdict"], "NO-GO");
  EXPECT_EQ(verdict["cases"]["errors"], 1);
  EXPECT_GT(verdict["cases"]["not_run"], 100);
  const std::string junit = ReadFile(scratch.Path("out/junit/gtest.xml"));
  EXPECT_EQ(CountOf("<error", junit), 1U);
  EXPECT_EQ(CountOf("<skipped", junit), verdict["cases"]["not_run"].get<std::size_t>());
}

TEST(SilentGreen, IsUndecidedIfCasesHaveErrorsButNoFailure) {
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", PlanOf({"wallet.users"}));
  const ProcessResult run = RunGonogo({"run", "--plan", plan, "--out", scratch.Path("out"),
                                       "--source", CredityUrl(), "--target", kNobody});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_EQ(VerdictIn(scratch.Path("out"))["decided"], false);
}

// Ways 3, 4 and 5: gonogo never skips a case, and no ctest test has a skip code.
TEST(SilentGreen, DoesNotComeFromSkippedTests) {
  const ProcessResult list =
      RunGonogo({"list", "--ctest", "--rehearse", "--plan", InProject("plans/credity/plan.json")});
  ASSERT_EQ(list.status, 0) << list.output;
  EXPECT_EQ(list.output.find("SKIP_"), std::string::npos);
  EXPECT_EQ(list.output.find("WILL_FAIL"), std::string::npos);
  EXPECT_NE(list.output.find("FIXTURES_SETUP"), std::string::npos);
  const ProcessResult grep = RunCommand({.words = {"grep", "-rn", "GTEST_SKIP", InProject("app"),
                                                   InProject("gates"), InProject("fixtures")}});
  EXPECT_EQ(grep.status, 1) << grep.output;
}

// Way 6: nothing is selected, or a name has a typing error.
class NothingSelected : public testing::TestWithParam<Words> {};

TEST_P(NothingSelected, IsWrongUsageAndNeverGo) {
  const Scratch scratch;
  const DamagedTarget target("");
  Words words = {"--plan",   InProject("plans/credity/plan.json"),
                 "--out",    scratch.Path("out"),
                 "--source", CredityUrl(),
                 "--target", target.Url()};
  words.insert(words.begin(), GetParam().begin(), GetParam().end());
  words.insert(words.begin(), "run");
  const ProcessResult run = RunGonogo(words);
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_FALSE(std::filesystem::exists(scratch.Path("out/verdict.json")));
}

INSTANTIATE_TEST_SUITE_P(Each, NothingSelected,
                         testing::Values(Words{"backfill"}, Words{"gaet"},
                                         Words{"--check", "row_cuont"}, Words{"--check", ""},
                                         Words{"--gtest_filter=nope"},
                                         Words{"--chekc", "row_count"},
                                         Words{"gate", "--check", ""},
                                         Words{"cutover", "--check", "enum_order"}));

// Ways 6 and 8, and similar ones: variables that GoogleTest would obey.
class Ambient : public testing::TestWithParam<Variables> {};

TEST_P(Ambient, VariablesChangeNothing) {
  const Scratch scratch;
  const DamagedTarget target("DELETE FROM wallet.activities WHERE id % 2 = 0");
  const ProcessResult run = RunCredity("gate", target.Url(), scratch.Path("out"), GetParam());
  EXPECT_EQ(run.status, 1) << run.output;
  const Json verdict = VerdictIn(scratch.Path("out"));
  EXPECT_EQ(verdict["cases"]["not_run"], 0);
  EXPECT_EQ(verdict["cases"]["failed"], 2);  // the rows are missing, and the contents differ
  EXPECT_TRUE(std::filesystem::exists(scratch.Path("out/junit/gtest.xml")));
}

INSTANTIATE_TEST_SUITE_P(
    Each, Ambient,
    testing::Values(Variables{{"GTEST_FILTER", "*nope*"}}, Variables{{"GTEST_REPEAT", "0"}},
                    Variables{{"GTEST_TOTAL_SHARDS", "2"}, {"GTEST_SHARD_INDEX", "1"}},
                    Variables{{"GTEST_LIST_TESTS", "1"}}));
INSTANTIATE_TEST_SUITE_P(
    Slow, Ambient,
    testing::Values(Variables{{"TESTBRIDGE_TEST_ONLY", "*nope*"}},
                    Variables{{"GTEST_SHUFFLE", "1"}}, Variables{{"GTEST_FAIL_FAST", "1"}},
                    Variables{{"GTEST_OUTPUT", "xml:/nowhere/else.xml"}},
                    Variables{{"GTEST_BREAK_ON_FAILURE", "1"}, {"GTEST_CATCH_EXCEPTIONS", "0"}},
                    Variables{{"GTEST_BRIEF", "1"}, {"GTEST_ALSO_RUN_DISABLED_TESTS", "0"}}));

// Way 7: names with characters that a filter or a shell interprets.
TEST(SilentGreen, DoesNotComeFromOddNames) {
  const std::vector<std::string> names = {"semi;colon", "brackets[]", "star*-minus", "co:lon",
                                          "new\nline",  "sla/sh",     "quo\"te",     "DISABLED_x"};
  std::string sql = "CREATE SCHEMA odd;";
  std::vector<std::string> relations;
  for (const std::string& name : names) {
    std::string quoted;
    for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
    sql += "CREATE TABLE odd.\"" + quoted + "\" AS SELECT generate_series(1, 3);";
    relations.push_back("odd.\"" + quoted + "\"");
  }
  CreateDatabases("odd_names");
  Execute(TestPair().source, "odd_names", sql);
  Execute(TestPair().target, "odd_names",
          sql + "DELETE FROM odd.\"new\nline\"; DELETE FROM odd.\"DISABLED_x\"");
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", PlanOf(relations));
  const std::string metrics = scratch.Path("run.prom");
  const Words words = {"run",
                       "--plan",
                       plan,
                       "--out",
                       scratch.Path("out"),
                       "--source",
                       UrlOf(TestPair().source, "odd_names"),
                       "--target",
                       UrlOf(TestPair().target, "odd_names"),
                       "--prometheus",
                       metrics};
  const ProcessResult run =
      RunGonogo(words, {{"GITHUB_ACTIONS", "true"}, {"GITHUB_WORKSPACE", scratch.Path("")}});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "\n::error file=plan.json,line=")) << run.output;
  const Json verdict = VerdictIn(scratch.Path("out"));
  EXPECT_EQ(verdict["cases"]["declared"], names.size());
  EXPECT_EQ(verdict["cases"]["failed"], 2);
  EXPECT_EQ(verdict["cases"]["passed"], names.size() - 2);
  const ProcessResult lint =
      RunCommand({.words = {"xmllint", "--noout", "--schema",
                            GONOGO_SOURCE_DIR "/tests/data/junit/accepted.xsd",
                            scratch.Path("out/junit/gtest.xml")}});
  EXPECT_EQ(lint.status, 0) << lint.output;
  const ProcessResult promtool =
      RunCommand({.words = {"sh", "-c", "promtool check metrics <\"$1\"", "_", metrics}});
  EXPECT_EQ(promtool.status, 0) << promtool.output;
  EXPECT_NE(ReadFile(metrics).find("verdict=\"no_go\"} 1\n"), std::string::npos);
  EXPECT_EQ(RunGonogo(words).status, 2) << "the folder isn't empty";
  EXPECT_FALSE(std::filesystem::exists(metrics)) << "nobody must take them for this run's";
  DropDatabases("odd_names");
}

// Way 9: files of an older run must not be taken for this one's.
TEST(SilentGreen, DoesNotComeFromAnOlderRunsFiles) {
  const Scratch scratch;
  const DamagedTarget target("");
  ASSERT_EQ(RunCredity("gate", target.Url(), scratch.Path("out")).status, 0);
  const ProcessResult again = RunCredity("gate", kNobody, scratch.Path("out"));
  EXPECT_EQ(again.status, 2);
  EXPECT_EQ(again.output,
            "gonogo: " + scratch.Path("out") + " isn't empty; name a new folder for each run\n");
}

// Way 10: both sides are the same database.
TEST(SilentGreen, DoesNotComeFromComparingADatabaseWithItself) {
  const Scratch scratch;
  const ProcessResult run = RunCredity("gate", CredityUrl(), scratch.Path("out"));
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.output.find("FAIL   right_database.pair"), std::string::npos) << run.output;
  EXPECT_NE(run.output.find(" more: source and target are the same database"), std::string::npos)
      << run.output;
}

TEST(SilentGreen, DoesNotComeFromPgVariablesThatFillInBothSides) {
  const Scratch scratch;
  const std::string source = CredityUrl();
  const Variables ambient = {{"PGHOST", "127.0.0.1"},
                             {"PGPORT", std::to_string(TestPair().source.port)},
                             {"PGDATABASE", "postgres"},
                             {"PGUSER", "gonogo"},
                             {"PGPASSWORD", TestPair().source.password}};
  const ProcessResult run = RunCredity("gate", "postgresql:///", scratch.Path("out"), ambient);
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(
      run.output,
      "gonogo: TGT_DB_URL must name a host: gonogo doesn't use PGHOST, PGDATABASE and the like\n");
}

// A reader under row-level security sees no rows on either side: 0 = 0.
TEST(SilentGreen, DoesNotComeFromRowLevelSecurity) {
  const Scratch scratch;
  CreateDatabases("hidden_rows");
  const std::string sql =
      "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; INSERT INTO t SELECT "
      "generate_series(1, 9);"
      "DO $$ BEGIN CREATE ROLE reader LOGIN PASSWORD 'made-up'; EXCEPTION WHEN duplicate_object "
      "THEN NULL; END $$; GRANT SELECT ON t TO reader";
  Execute(TestPair().source, "hidden_rows", sql);
  Execute(TestPair().target, "hidden_rows", sql + "; DELETE FROM t");
  const auto as_reader = [](const Cluster& cluster) {
    return "postgresql://reader:made-up@127.0.0.1:" + std::to_string(cluster.port) + "/hidden_rows";
  };
  const std::string plan = scratch.File("plan.json", PlanOf({"t"}));
  const ProcessResult run =
      RunGonogo({"run", "--plan", plan, "--out", scratch.Path("out"), "--source",
                 as_reader(TestPair().source), "--target", as_reader(TestPair().target)});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("row-level security"), std::string::npos) << run.output;
  DropDatabases("hidden_rows");
}

}  // namespace
}  // namespace gonogo::testing_support
