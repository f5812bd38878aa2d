// gonogo diff: its exit status and its output.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/json/json.h"
#include "tests/app/commands/diffed.h"

namespace gonogo::testing_support {
namespace {

class Diff : public testing::Test {
 protected:
  // The target lacks one row, has an extra one, and has one with another name.
  void FillWithDifferences() const {
    databases_.OnBoth("CREATE TABLE person (id int PRIMARY KEY, name text, born date)");
    databases_.OnSource(
        "INSERT INTO person VALUES (1, 'a', NULL), (2, 'it''s', '2026-01-01'), (3, NULL, NULL)");
    databases_.OnTarget(
        "INSERT INTO person VALUES (1, 'a', NULL), (2, 'b', NULL), (4, 'd', '2026-01-04')");
  }

  BothDatabases databases_{"diff"};
};

TEST_F(Diff, IsZeroForEqualContents) {
  databases_.OnBoth("CREATE TABLE b (id int PRIMARY KEY); CREATE TABLE a (word text)");
  databases_.OnSource("INSERT INTO a VALUES ('x'), ('y'), ('x')");
  databases_.OnTarget("INSERT INTO a VALUES ('y'), ('x'), ('x')");
  const ProcessResult run = Diffed(databases_);
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.output,
            "public.a  equal: 3 rows\n"
            "public.b  equal: 0 rows\n"
            "equal: 2 relations\n");
}

TEST_F(Diff, SaysWhichPartitionsItDoesntRead) {
  databases_.OnBoth(
      "CREATE EXTENSION postgres_fdw; CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw; "
      "CREATE TABLE p (id int) PARTITION BY RANGE (id); "
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); "
      "CREATE FOREIGN TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20) SERVER elsewhere; "
      "INSERT INTO p VALUES (1)");
  EXPECT_EQ(Diffed(databases_).output,
            "public.p  equal: 1 row; not read, because they are foreign tables: public.p2\n"
            "equal: 1 relation\n");
  EXPECT_EQ(ParseJson(SortedLines(Diffed(databases_, {"--json"})).front())["not_read"],
            (Json{"public.p2"}));
}

TEST_F(Diff, NamesRowsAndColumnsThatDifferWithoutTheirValues) {
  FillWithDifferences();
  const ProcessResult run = Diffed(databases_);
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(SortedLines(run),
            (Words{"different: 1 of 1 relation", "public.person  different  id=2: born, name",
                   "public.person  different: source 3 rows, target 3 rows; 1 row missing, 1 row "
                   "extra, 1 row different",
                   "public.person  extra  id=4", "public.person  missing  id=3"}));
}

TEST_F(Diff, ShowsValuesIfAskedFor) {
  FillWithDifferences();
  const Words lines = SortedLines(Diffed(databases_, {"--values"}));
  EXPECT_EQ(lines.at(1),
            "public.person  different  id=2: born NULL, want '2026-01-01'; name 'b', want 'it's'");
  EXPECT_EQ(lines.at(3), "public.person  extra  id=4: born '2026-01-04'; name 'd'");
  EXPECT_EQ(lines.at(4), "public.person  missing  id=3: born NULL; name NULL");
}

TEST_F(Diff, PrintsALineOfJsonForEachRowAndEachRelation) {
  FillWithDifferences();
  databases_.OnSource("CREATE TABLE lost ()");
  const ProcessResult run = Diffed(databases_, {"--json"});
  EXPECT_EQ(run.status, 1);
  std::vector<Json> rows;
  std::vector<Json> relations;
  for (const std::string& line : SortedLines(run)) {
    const Json json = ParseJson(line);
    (json.contains("kind") ? rows : relations).push_back(json);
  }
  EXPECT_EQ(rows,
            (std::vector<Json>{
                {{"relation", "public.person"},
                 {"kind", "different"},
                 {"key", {{"id", "2"}}},
                 {"columns", {"born", "name"}}},
                {{"relation", "public.person"}, {"kind", "extra"}, {"key", {{"id", "4"}}}},
                {{"relation", "public.person"}, {"kind", "missing"}, {"key", {{"id", "3"}}}}}));
  ASSERT_EQ(relations.size(), 2U);
  EXPECT_EQ(relations[0], (Json{{"relation", "public.lost"},
                                {"equal", false},
                                {"error", "target: relation public.lost does not exist"}}));
  EXPECT_NE(relations[1]["source_digest"], relations[1]["target_digest"]);
  for (const char* const key : {"source_digest", "target_digest"}) relations[1].erase(key);
  EXPECT_EQ(relations[1], (Json{{"relation", "public.person"},
                                {"equal", false},
                                {"source_rows", 3},
                                {"target_rows", 3},
                                {"missing", 1},
                                {"extra", 1},
                                {"different", 1},
                                {"converged", 0},
                                {"columns_missing_on_target", Json::array()},
                                {"columns_missing_on_source", Json::array()},
                                {"method", "method native: id integer, born date, name text"}}));
}

TEST_F(Diff, PrintsBothRowsAsJsonWithValues) {
  FillWithDifferences();
  const Json different = ParseJson(SortedLines(Diffed(databases_, {"--json", "--values"})).at(1));
  EXPECT_EQ(different["source"], (Json{{"id", "2"}, {"born", "2026-01-01"}, {"name", "it's"}}));
  EXPECT_EQ(different["target"], (Json{{"id", "2"}, {"born", nullptr}, {"name", "b"}}));
}

TEST_F(Diff, ShowsNoMoreRowsThanItsLimitAndCountsThemAll) {
  databases_.OnBoth("CREATE TABLE t (id int PRIMARY KEY)");
  databases_.OnSource("INSERT INTO t SELECT generate_series(1, 700)");
  for (const int limit : {0, 2, 600}) {
    const Words lines = SortedLines(Diffed(databases_, {"--limit", std::to_string(limit)}));
    EXPECT_EQ(lines.size(), static_cast<std::size_t>(limit + 2));
    EXPECT_EQ(lines.at(1), "public.t  different: source 700 rows, target 0 rows; 700 rows missing");
  }
}

TEST_F(Diff, SaysOnceThatAColumnDiffersInManyRows) {
  databases_.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, n int, m int); INSERT INTO t SELECT i, 1, 1 FROM "
      "generate_series(1, 60) AS i");
  databases_.OnTarget("UPDATE t SET n = 2; UPDATE t SET m = 2 WHERE id = 7");
  const Words lines = SortedLines(Diffed(databases_));
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines[1], "public.t  different  and 56 more rows: n");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "public.t  different  id=7: m, n"), 1);
  EXPECT_EQ(SortedLines(Diffed(databases_, {"--values"})).size(), 62U);
}

TEST_F(Diff, CountsDuplicateRows) {
  databases_.OnBoth("CREATE TABLE t (word text)");
  databases_.OnSource("INSERT INTO t VALUES ('x'), ('x'), ('x'), ('y')");
  databases_.OnTarget("INSERT INTO t VALUES ('x'), ('y'), ('y')");
  EXPECT_EQ(SortedLines(Diffed(databases_, {"--values"})),
            (Words{"different: 1 of 1 relation",
                   "public.t  different: source 4 rows, target 3 rows; 2 rows missing, 1 row extra",
                   "public.t  extra  a row without key: word 'y'",
                   "public.t  missing  a row without key: word 'x'",
                   "public.t  missing  a row without key: word 'x'"}));
}

TEST_F(Diff, UsesTheGivenKey) {
  databases_.OnBoth("CREATE TABLE t (code text, place text, n int)");
  databases_.OnSource("INSERT INTO t VALUES ('x', 'here', 1), ('x', 'there', 1)");
  databases_.OnTarget("INSERT INTO t VALUES ('x', 'here', 2), ('x', 'there', 1)");
  const ProcessResult run =
      Diffed(databases_, {"--relation", "t", "--key", "code", "--key", "place"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(SortedLines(run).at(1), "t  different  code=x, place=here: n");
}

TEST_F(Diff, RefusesAKeyWithoutItsRelation) {
  const std::string complaint = "gonogo: --key needs exactly one --relation\n";
  for (const Words& words :
       {Words{"--key", "id"}, Words{"--key", "id", "--relation", "a", "--relation", "b"}}) {
    const ProcessResult run = Diffed(databases_, words);
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.output, complaint);
  }
}

TEST_F(Diff, RefusesAKeyThatIsNotAColumn) {
  databases_.OnBoth("CREATE TABLE t (code text)");
  const ProcessResult run = Diffed(databases_, {"--relation", "t", "--key", "cod"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "gonogo: public.t has no column \"cod\"; did you mean \"code\"?\n");
}

TEST_F(Diff, FindsATableThatOneSideLacks) {
  databases_.OnSource("CREATE TABLE a (); CREATE TABLE b ()");
  databases_.OnTarget("CREATE TABLE a (); CREATE TABLE c ()");
  const ProcessResult run = Diffed(databases_);
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.output,
            "public.a  equal: 0 rows\n"
            "public.b  different: target: relation public.b does not exist\n"
            "public.c  different: source: relation public.c does not exist\n"
            "different: 2 of 3 relations\n");
}

TEST_F(Diff, FindsAColumnThatOneSideLacks) {
  databases_.OnSource("CREATE TABLE t (a int, b int)");
  databases_.OnTarget("CREATE TABLE t (c int, b int)");
  const ProcessResult run = Diffed(databases_);
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.output,
            "public.t  different: source 0 rows, target 0 rows; no row different; no column a on "
            "the target; no column c on the source\n"
            "different: 1 of 1 relation\n");
}

TEST_F(Diff, IsUndecidedForATableOnNeitherSide) {
  const ProcessResult run = Diffed(databases_, {"--relation", "no_such_table"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.output.find("relation no_such_table does not exist"), std::string::npos)
      << run.output;
}

TEST_F(Diff, IsUndecidedForAView) {
  databases_.OnBoth("CREATE VIEW v AS SELECT 1 AS one");
  const ProcessResult run = Diffed(databases_, {"--relation", "v"});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.output,
            "v  could not tell: source: public.v is a view: compare its tables instead\n"
            "could not tell: 1 of 1 relation\n");
}

TEST_F(Diff, IsUndecidedWithoutTables) {
  const ProcessResult run = Diffed(databases_);
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.output, "gonogo: neither side has a table to compare\n");
}

TEST_F(Diff, RefusesOneDatabaseOnBothSides) {
  databases_.OnBoth("CREATE TABLE t ()");
  const ProcessResult run =
      RunGonogo({"diff", "--source", databases_.SourceUrl(), "--target", databases_.SourceUrl()});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.output.find("source and target are the same database"), std::string::npos)
      << run.output;
}

TEST_F(Diff, IsUndecidedWithoutAServerAndShowsNoPassword) {
  const std::string nobody = "postgresql://u:hunter2@127.0.0.1:1/d";
  for (const std::string& source : {databases_.SourceUrl(), nobody}) {
    const ProcessResult run = RunGonogo({"diff", "--source", source, "--target", nobody});
    EXPECT_EQ(run.status, 3) << run.output;
    EXPECT_EQ(run.output.find("hunter2"), std::string::npos) << run.output;
    EXPECT_EQ(run.output.find(TestPair().source.password), std::string::npos) << run.output;
    EXPECT_TRUE(OutputHas(run, "warning: the password in --target has fewer than 8 characters"));
  }
}

// As psql finds them.
TEST_F(Diff, TakesServicesByNameAndPasswordsFromAFile) {
  databases_.OnBoth("CREATE TABLE t ()");
  const Scratch scratch;
  std::string services;
  std::string passwords;
  for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
    services += fmt::format("[{}]\nhost=127.0.0.1\nport={}\nuser=gonogo\ndbname={}\n",
                            cluster->side, cluster->port, "diff");
    passwords += fmt::format("127.0.0.1:{}:*:gonogo:{}\n", cluster->port, cluster->password);
  }
  const Variables variables = {{"PGSERVICEFILE", scratch.File("services", services)},
                               {"PGPASSFILE", scratch.File("passwords", passwords)}};
  std::filesystem::permissions(variables.at("PGPASSFILE"), std::filesystem::perms::owner_read);
  EXPECT_EQ(RunGonogo({"diff", "source", "service=target"}, variables).output,
            "public.t  equal: 0 rows\nequal: 1 relation\n");
}

TEST_F(Diff, FindsItsUrlsInAnEnvFile) {
  databases_.OnBoth("CREATE TABLE a (id int PRIMARY KEY)");
  const Scratch scratch;
  const std::string file =
      scratch.File(".env", "SRC_DB_URL=" + databases_.SourceUrl() +
                               "\nTGT_DB_URL=" + databases_.TargetUrl() + "\n");
  EXPECT_EQ(RunGonogo({"diff", "--env-file", file}).output,
            "public.a  equal: 0 rows\nequal: 1 relation\n");
  const ProcessResult without = RunGonogo({"diff"}, {{"SRC_DB_URL", ""}, {"TGT_DB_URL", ""}});
  EXPECT_EQ(without.status, 2);
  EXPECT_TRUE(OutputHas(without, "diff: --source is required, or the variable SRC_DB_URL"))
      << without.output;
}

TEST_F(Diff, IsUndecidedWithoutAPrivilegeAndWritesNoPatch) {
  databases_.OnBoth(
      "CREATE TABLE t (); CREATE TABLE u (); DO $$ BEGIN CREATE ROLE onlooker LOGIN PASSWORD "
      "'made-up-1'; EXCEPTION WHEN duplicate_object THEN NULL; END $$; GRANT SELECT ON u TO onlooker");
  std::string target = databases_.TargetUrl();
  target.replace(target.find("gonogo:"), 7 + TestPair().target.password.size(),
                 "onlooker:made-up-1");
  const Scratch scratch;
  const ProcessResult run = RunGonogo({"diff", "--source", databases_.SourceUrl(), "--target",
                                       target, "--patch", scratch.Path("patch.sql")});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.output,
            "public.t  could not tell: target: ERROR:  permission denied for table t (SQLSTATE "
            "42501)\n"
            "public.u  equal: 0 rows\n"
            "could not tell: 1 of 2 relations\n");
  EXPECT_FALSE(std::filesystem::exists(scratch.Path("patch.sql")));
}

TEST(DiffUsage, IsRefusedIfContradictory) {
  for (const Words& more :
       {Words{"--towards", "source"}, Words{"--method", "md5"}, Words{"--limit", "-1"},
        Words{"--recheck", "-1"}, Words{"--statement-timeout", "-1"}, Words{"more"}}) {
    Words words = {"diff", "--source", "postgresql://a@127.0.0.1:1/a", "--target",
                   "postgresql://b@127.0.0.1:1/b"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(RunGonogo(words).status, 2) << more.front();
  }
  EXPECT_EQ(RunGonogo({"diff"}).status, 2);
  EXPECT_EQ(RunGonogo({"diff", "--help"}).status, 0);
}

}  // namespace
}  // namespace gonogo::testing_support
