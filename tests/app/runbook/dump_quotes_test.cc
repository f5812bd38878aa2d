// The dump of stage schema quotes every name where the target's major reserves more words than the
// source's and the source has objects with such names, and nowhere else.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

const Json kPlan = {
    {"gonogo", 1},
    {"name", "quotes"},
    {"connections",
     {{"source", {{"url", {{"env", "SRC_DB_URL"}}}}},
      {"target", {{"url", {{"env", "TGT_DB_URL"}}}}}}},
    {"relations", {{{"source", "public.plain"}}}},
    {"checks", {{{"id", "row_count"}, {"gate", "row_count"}, {"phases", {"gate"}}}}},
    {"stages",
     {{"preflight", {{"free_disk_percent", 1}}},
      {"schema", {{"method", "dump"}, {"privileges", false}}}}}};

// A pair of two majors, which runs as long as the tests.
const ThrowAwayPair& NewerPair() {
  struct Started {
    std::filesystem::path folder = MakePairFolder();
    PairGuard guard{folder};
    ThrowAwayPair pair = StartPair(folder, {ProgramsOf("15"), ProgramsOf("17")});
  };
  static const Started started;
  return started.pair;
}

class DumpQuotes : public testing::Test {
 protected:
  // Moves the schema of a source with that SQL. Returns the dump that was restored.
  static std::string Moved(const ThrowAwayPair& pair, const std::string& sql) {
    const BothDatabases databases("quotes", pair);
    databases.OnSource("CREATE TABLE plain (a int);" + sql);
    const Scratch scratch;
    const std::string plan = scratch.File("plan.json", ToText(kPlan, 2));
    const ProcessResult run =
        RunGonogo({"stage", "all", "--until", "schema", "--plan", plan, "--out", scratch.Path("m")},
                  {{"SRC_DB_URL", databases.SourceUrl()}, {"TGT_DB_URL", databases.TargetUrl()}});
    EXPECT_EQ(run.status, 0) << sql << "\n" << run.output;
    return ReadFile(scratch.Path("m/schema/pre-data.sql"));
  }

  static bool AreOnEveryName(const std::string& dump) {
    EXPECT_NE(dump.find("plain"), std::string::npos) << dump;
    return dump.find("CREATE TABLE \"public\".\"plain\"") != std::string::npos;
  }
};

using SlowDumpQuotes = DumpQuotes;

// SYSTEM_USER is reserved since 16. JSON can't name a function or a parameter any more since 16.
TEST_F(SlowDumpQuotes, AreOnEveryNameWhereTheTargetReservesOne) {
  for (
      const char* const sql : {
          "CREATE TABLE t (system_user text)",
          "CREATE TABLE system_user (a int)",
          "CREATE FUNCTION json() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE FUNCTION f(json text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE FUNCTION f(OUT json_array text) LANGUAGE sql AS 'SELECT NULL::text'",
          "CREATE VIEW v AS SELECT system_user.a FROM plain AS system_user",
          "CREATE VIEW v AS SELECT b.system_user FROM (SELECT 1 AS system_user) AS b",
          "CREATE VIEW v AS WITH system_user AS (SELECT 1 AS a) SELECT * FROM system_user",
          "CREATE VIEW v AS SELECT sum(a) OVER system_user FROM plain WINDOW system_user AS (ORDER BY a)",
          "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE system_user PARTITION OF t DEFAULT",
          "CREATE PUBLICATION system_user FOR TABLE plain",
          "CREATE STATISTICS system_user ON a, (a + 1) FROM plain",
          "CREATE TEXT SEARCH CONFIGURATION system_user (COPY = simple)",
          "CREATE FOREIGN DATA WRAPPER system_user",
          "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER system_user FOREIGN DATA WRAPPER w",
          "CREATE OPERATOR FAMILY system_user USING btree",
          "CREATE AGGREGATE a (system_user int) (sfunc = int4pl, stype = int, initcond = '0')",
      }) {
    EXPECT_TRUE(AreOnEveryName(Moved(NewerPair(), sql))) << sql;
  }
}

TEST_F(DumpQuotes, AreOnEveryNameOfASourceWithOneThatTheTargetReserves) {
  EXPECT_TRUE(AreOnEveryName(
      Moved(NewerPair(), "CREATE FUNCTION f(json text) RETURNS int LANGUAGE sql AS 'SELECT 1'")));
}

TEST_F(DumpQuotes, AreNotOnEveryNameWhereNothingNeedsThem) {
  EXPECT_FALSE(AreOnEveryName(Moved(NewerPair(), "CREATE TABLE t (\"order\" text)")));
}

TEST_F(DumpQuotes, AreNotOnEveryNameOfADumpForTheSameMajor) {
  EXPECT_FALSE(AreOnEveryName(Moved(TestPair(), "CREATE TABLE t (system_user text)")));
}

}  // namespace
}  // namespace gonogo::testing_support
