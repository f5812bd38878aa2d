// The patch of gonogo diff: psql runs it and both sides are equal, or it changes nothing.
#include <gtest/gtest.h>

#include "tests/app/commands/diffed.h"

namespace gonogo::testing_support {
namespace {

ProcessResult Psql(const std::string& url, const Words& more) {
  Words words = {"psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", url};
  words.insert(words.end(), more.begin(), more.end());
  return RunCommand({.words = words});
}

// Objects that the patch disables or defers while it runs.
std::string GuardsOf(const std::string& url) {
  return Psql(url, {"-c",
                    "SELECT tgrelid::regclass, tgname, tgenabled::text FROM pg_trigger "
                    "WHERE NOT tgisinternal UNION ALL SELECT conrelid::regclass, conname, "
                    "concat(condeferrable, condeferred) FROM pg_constraint ORDER BY 1, 2"})
      .output;
}

// Runs `both` on both sides, and then other statements on each side.
struct Situation {
  std::string name;
  std::string both;
  std::string source;
  std::string target;

  friend void PrintTo(const Situation& situation, std::ostream* out) { *out << situation.name; }
};

class DiffPatch : public testing::TestWithParam<std::tuple<Situation, std::string>> {};

TEST_P(DiffPatch, ReconcilesAndLeavesGuardsAsTheyWere) {
  const auto& [situation, towards] = GetParam();
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth(situation.both);
  databases.OnSource(situation.source);
  databases.OnTarget(situation.target);
  const std::string url = towards == "target" ? databases.TargetUrl() : databases.SourceUrl();
  const std::string guards = GuardsOf(url);
  const std::string patch = scratch.Path("patch.sql");
  const ProcessResult diff = Diffed(databases, {"--patch", patch, "--towards", towards});
  ASSERT_EQ(diff.status, 1) << diff.output;
  const ProcessResult applied = Psql(url, {"-f", patch});
  EXPECT_EQ(applied.output, "");
  EXPECT_EQ(applied.status, 0);
  const ProcessResult after = Diffed(databases, {"--values"});
  EXPECT_EQ(after.status, 0) << after.output << ReadFile(patch);
  EXPECT_EQ(GuardsOf(url), guards);
}

const std::vector<Situation>& Situations() {
  static const std::vector<Situation> situations = {
      {"OddValues",
       "CREATE TYPE mood AS ENUM ('calm', 'it''s'); CREATE TABLE t (id int PRIMARY KEY, word text, "
       "padded char(5), bytes bytea, list text[], document json, mood mood, \"time\" interval, "
       "number float8, zoned timestamptz, amount money)",
       R"(INSERT INTO t (id, word) VALUES (2, NULL), (3, ''), (4, E'\\N'),
          (5, E'a\nb\\\n\\.\n;$1 :x $$'), (6, E'\u00e9 \U0001f600');
          INSERT INTO t VALUES (1, 'it''s', 'a', '\x0027', '{a,"b,c",NULL}', '{"a": "\\"}', 'it''s',
          '-1 mon 2 days', '-0', '2026-01-01 00:00:00.1+01', -12.5))",
       R"(INSERT INTO t (id, word, number) VALUES (1, 'a', 0), (3, NULL, 1), (4, 'N', NULL),
          (7, E'\'\\', 'NaN'), (8, NULL, NULL))"},
      {"OddNames",
       R"(CREATE SCHEMA "My ""Schema"; CREATE TABLE "My ""Schema"."T; --" ("order" int PRIMARY KEY,
          "a:b" text, "$1" text, "Ü" text, " " text))",
       R"(INSERT INTO "My ""Schema"."T; --" VALUES (1, 'a', 'b', 'c', 'd'),
          (2, NULL, '', NULL, ''))",
       R"(INSERT INTO "My ""Schema"."T; --" VALUES (2, 'a', 'b', 'c', 'd'),
          (3, 'x', 'y', 'z', ' '))"},
      {"ParentsAndChildren",
       "CREATE TABLE z_parent (id int PRIMARY KEY, note text);"
       "CREATE TABLE child (id int PRIMARY KEY, parent int NOT NULL REFERENCES z_parent);"
       "INSERT INTO z_parent VALUES (1, 'a'), (2, 'b')",
       "INSERT INTO z_parent VALUES (3, 'c'); INSERT INTO child VALUES (1, 3), (2, 1), (5, 2)",
       "UPDATE z_parent SET note = 'x' WHERE id = 1; INSERT INTO z_parent VALUES (4, 'd');"
       "INSERT INTO child VALUES (1, 4), (2, 2), (6, 4)"},
      {"Grandparents",
       "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES "
       "a); CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b)",
       "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1); INSERT INTO c VALUES (1, 1)",
       "INSERT INTO a VALUES (2); INSERT INTO b VALUES (2, 2); INSERT INTO c VALUES (1, 2)"},
      {"RowsThatReferToEachOther",
       "CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t); INSERT INTO t VALUES (1, NULL), "
       "(2, 1)",
       "INSERT INTO t VALUES (10, 11), (11, 12), (12, 1); UPDATE t SET up = 12 WHERE id = 2",
       "INSERT INTO t VALUES (20, 21), (21, 22), (22, 1); UPDATE t SET up = 22 WHERE id = 2"},
      {"TablesThatReferToEachOther",
       "CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int "
       "REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE "
       "INITIALLY DEFERRED",
       "BEGIN; INSERT INTO a VALUES (1, 1), (2, 2); INSERT INTO b VALUES (1, 2), (2, 1); COMMIT",
       "BEGIN; INSERT INTO a VALUES (2, 3), (4, 4); INSERT INTO b VALUES (3, 2), (4, 4); COMMIT"},
      {"GeneratedColumns",
       "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n int, "
       "twice int GENERATED ALWAYS AS (n * 2) STORED)",
       "INSERT INTO t (n) VALUES (1), (2), (3)",
       "INSERT INTO t (n) VALUES (1), (5); INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (9, 9)"},
      {"TriggersThatChangeRows",
       "CREATE TABLE t (id int PRIMARY KEY, n int, changed_at timestamptz DEFAULT now());"
       "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS "
       "'BEGIN new.changed_at := clock_timestamp(); new.n := new.n + 1; RETURN new; END';"
       "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
       "CREATE TRIGGER \"Touch\" BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION "
       "touch(); CREATE TRIGGER always BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();"
       "ALTER TABLE t ENABLE ALWAYS TRIGGER always;"
       "CREATE TRIGGER keep BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION keep();"
       "CREATE TRIGGER off BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION keep();"
       "ALTER TABLE t DISABLE TRIGGER off; CREATE TRIGGER replica BEFORE INSERT ON t FOR EACH ROW "
       "EXECUTE FUNCTION keep(); ALTER TABLE t ENABLE REPLICA TRIGGER replica",
       "INSERT INTO t VALUES (1, 1), (2, 2)", "INSERT INTO t VALUES (2, 5), (3, 3)"},
      {"TriggersOfAPartition",
       "CREATE TABLE t (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);"
       "CREATE TABLE low PARTITION OF t FOR VALUES FROM (0) TO (10);"
       "CREATE TABLE high PARTITION OF t DEFAULT;"
       "CREATE FUNCTION add() RETURNS trigger LANGUAGE plpgsql AS "
       "'BEGIN new.n := new.n + 1; RETURN new; END';"
       "CREATE TRIGGER add BEFORE INSERT OR UPDATE ON low FOR EACH ROW EXECUTE FUNCTION add()",
       "INSERT INTO t VALUES (1, 1), (2, 2), (11, 1)", "INSERT INTO t VALUES (2, 5), (11, 5)"},
      {"RowsThatAreAlike", "CREATE TABLE t (a int, b text)",
       "INSERT INTO t VALUES (1, 'x'), (1, 'x'), (1, 'x'), (NULL, NULL), (2, 'y')",
       "INSERT INTO t VALUES (1, 'x'), (NULL, NULL), (NULL, NULL), (NULL, NULL), (3, 'z')"},
      {"RowsOfChildTables",
       "CREATE TABLE base (id int PRIMARY KEY, n int); CREATE TABLE derived () INHERITS (base)",
       "INSERT INTO base VALUES (1, 1); INSERT INTO derived VALUES (1, 2)",
       "INSERT INTO base VALUES (1, 3), (2, 2); INSERT INTO derived VALUES (1, 4), (2, 4)"},
      {"PartitionsCutOtherwise", "",
       "CREATE TABLE t (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);"
       "CREATE TABLE low PARTITION OF t FOR VALUES FROM (0) TO (10);"
       "CREATE TABLE high PARTITION OF t DEFAULT; INSERT INTO t VALUES (1, 1), (11, 1), (12, 1)",
       "CREATE TABLE t (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);"
       "CREATE TABLE low PARTITION OF t FOR VALUES FROM (0) TO (5);"
       "CREATE TABLE high PARTITION OF t DEFAULT; INSERT INTO t VALUES (1, 2), (7, 1), (12, 2)"},
      {"AUniqueValueThatAnotherRowTakesOver",
       "CREATE TABLE t (id int PRIMARY KEY, email text UNIQUE)",
       "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t VALUES (1, 'b'), (3, 'a')"},
      {"UniqueValuesThatChangedPlaces",
       "CREATE TABLE t (id int PRIMARY KEY, email text UNIQUE DEFERRABLE)",
       "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t VALUES (1, 'b'), (2, 'a')"},
      {"KeysWhoseValuesAreEqualAndSpelledOtherwise",
       "CREATE TABLE t (id numeric PRIMARY KEY, n int)",
       "INSERT INTO t VALUES (1.0, 1), (2, 2), ('NaN', 1)",
       "INSERT INTO t VALUES (1.00, 1), (2, 3), ('NaN', 2)"},
      {"ATableWithoutColumns", "CREATE TABLE t ()", "INSERT INTO t DEFAULT VALUES",
       "INSERT INTO t SELECT FROM generate_series(1, 3)"},
      {"ColumnsInAnotherOrder", "",
       "CREATE TABLE t (a int, id int PRIMARY KEY, b text);"
       "INSERT INTO t VALUES (1, 1, 'x'), (2, 2, 'y')",
       "CREATE TABLE t (b varchar(9), id bigint PRIMARY KEY, a smallint);"
       "INSERT INTO t VALUES ('x', 1, 2), ('z', 3, 3)"},
      {"ManyRows", "CREATE TABLE t (id int PRIMARY KEY, word text)",
       "INSERT INTO t SELECT i, 'source ' || repeat('x', 300) FROM generate_series(1, 4000) AS i",
       "INSERT INTO t SELECT i, 'target ' || i FROM generate_series(2001, 6000) AS i"}};
  return situations;
}

const auto kNameOf = [](const auto& one) {
  return std::get<0>(one.param).name + "Towards" +
         (std::get<1>(one.param) == "target" ? "Target" : "Source");
};

INSTANTIATE_TEST_SUITE_P(Each, DiffPatch,
                         testing::Combine(testing::ValuesIn(Situations()),
                                          testing::Values("target")),
                         kNameOf);
INSTANTIATE_TEST_SUITE_P(Slow, DiffPatch,
                         testing::Combine(testing::ValuesIn(Situations()),
                                          testing::Values("source")),
                         kNameOf);

// More differences than the recheck reads again.
TEST(SlowDiffPatchAfterRecheck, ReconcilesAnyNumberOfRows) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY, n int)");
  databases.OnSource("INSERT INTO t SELECT i, 1 FROM generate_series(1, 10500) AS i");
  databases.OnTarget("INSERT INTO t SELECT i, 2 FROM generate_series(1, 10500) AS i");
  const std::string patch = scratch.Path("patch.sql");
  EXPECT_EQ(Diffed(databases, {"--patch", patch, "--recheck", "1"}).status, 1);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).output, "");
  EXPECT_EQ(Diffed(databases).status, 0);
}

TEST(DiffPatchByAKeyOfTheUser, ReconcilesRowsWhoseKeyIsNull) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int, place int, n int)");
  databases.OnSource("INSERT INTO t VALUES (1, NULL, 1), (NULL, 2, 2), (NULL, NULL, 3)");
  databases.OnTarget("INSERT INTO t VALUES (1, NULL, 10), (NULL, 3, 2), (NULL, NULL, 30)");
  const std::string patch = scratch.Path("patch.sql");
  const Words by_key = {"--relation", "t", "--key", "id", "--key", "place"};
  Words with_patch = by_key;
  with_patch.insert(with_patch.end(), {"--patch", patch});
  ASSERT_EQ(Diffed(databases, with_patch).status, 1);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).output, "");
  const ProcessResult after = Diffed(databases, by_key);
  EXPECT_EQ(after.status, 0) << after.output << ReadFile(patch);
}

TEST(DiffPatchTooLate, DoesNotTouchRowsThatHaveChanged) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY, n int, word text)");
  databases.OnSource("INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b')");
  databases.OnTarget("INSERT INTO t VALUES (1, 10, 'a'), (2, 20, 'b'), (4, 4, ''), (5, 5, '')");
  const std::string patch = scratch.Path("patch.sql");
  ASSERT_EQ(Diffed(databases, {"--patch", patch}).status, 1);
  databases.OnTarget("UPDATE t SET word = 'new' WHERE id = 1; UPDATE t SET n = 40 WHERE id = 4");
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).output, "");
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-c", "SELECT * FROM t ORDER BY id"}).output,
            "1|10|new\n2|2|b\n4|40|\n");
  EXPECT_EQ(Diffed(databases).status, 1);
}

TEST(DiffPatchThatFails, ChangesNothing) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY, n int)");
  databases.OnSource("INSERT INTO t VALUES (1, 1), (2, 2)");
  databases.OnTarget("INSERT INTO t VALUES (1, 10), (3, 3)");
  const std::string patch = scratch.Path("patch.sql");
  ASSERT_EQ(Diffed(databases, {"--patch", patch}).status, 1);
  databases.OnTarget("INSERT INTO t VALUES (2, 20)");
  EXPECT_NE(Psql(databases.TargetUrl(), {"-f", patch}).status, 0);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-c", "SELECT * FROM t ORDER BY id"}).output,
            "1|10\n2|20\n3|3\n");
}

TEST(DiffPatchOfEqualContents, ChangesNothing) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)");
  const std::string patch = scratch.Path("patch.sql");
  ASSERT_EQ(Diffed(databases, {"--patch", patch}).status, 0);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).output, "");
  EXPECT_EQ(Diffed(databases).status, 0);
}

// The expression of a generated column differs. No statement can fix that, so a remark says so.
TEST(DiffPatchRemark, ListsDifferencesThatNoStatementRemoves) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  const auto with = [](const std::string& expression) {
    return "CREATE TABLE t (id int PRIMARY KEY, n int GENERATED ALWAYS AS (" + expression +
           ") STORED); INSERT INTO t VALUES (1), (2)";
  };
  databases.OnSource(with("id + 1"));
  databases.OnTarget(with("id + 2"));
  const std::string patch = scratch.Path("patch.sql");
  const std::string remark = "public.t.n is generated, so the patch can't set it\n";
  const ProcessResult run = Diffed(databases, {"--patch", patch});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.output.find("gonogo: " + remark), std::string::npos) << run.output;
  EXPECT_NE(ReadFile(patch).find("-- " + remark), std::string::npos) << ReadFile(patch);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).output, "");
}

// The tables share no column, so rows can't be matched.
TEST(DiffPatchRemark, SkipsTablesWithoutCommonColumns) {
  const Scratch scratch;
  const BothDatabases databases("diff_patch");
  databases.OnSource("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
  databases.OnTarget("CREATE TABLE t (b int); INSERT INTO t VALUES (5), (6)");
  const std::string patch = scratch.Path("patch.sql");
  EXPECT_EQ(Diffed(databases, {"--patch", patch}).status, 1);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-f", patch}).status, 0);
  EXPECT_EQ(Psql(databases.TargetUrl(), {"-c", "SELECT * FROM t ORDER BY b"}).output, "5\n6\n");
}

TEST(DiffPatchFile, IsReportedIfItCannotBeWritten) {
  const BothDatabases databases("diff_patch");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY)");
  databases.OnSource("INSERT INTO t VALUES (1)");
  const ProcessResult run = Diffed(databases, {"--patch", "/nowhere/patch.sql"});
  EXPECT_NE(run.status, 0);
  EXPECT_NE(run.output.find("gonogo: can't write /nowhere/patch.sql"), std::string::npos)
      << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
