// Very many relations, very long values and rows that are too long for any program: gonogo takes no
// more memory than docs/load.md says, and what it can't read it names.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/faults/peak_memory.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::seconds;

// A pair of databases with a plan that has all gates for what is in them.
class Loaded {
 public:
  explicit Loaded(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) databases_.OnBoth(text);
    databases_.OnBoth("ANALYZE");
  }

  MeasuredRun Discover() const {
    MeasuredRun run = RunMeasured({"plan", "discover", "--stages", "none"}, Urls());
    EXPECT_EQ(run.result.status, 0) << run.result.output;
    scratch_.File("plan.json", run.result.output);
    return run;
  }
  MeasuredRun RunGate(const std::string& out = "out") const {
    return RunMeasured({"run", "gate", "--quiet", "--plan", scratch_.Path("plan.json"), "--out",
                        scratch_.Path(out)},
                       Urls());
  }
  MeasuredRun Diff() const { return RunMeasured({"diff"}, Urls()); }

  const BothDatabases& databases() const { return databases_; }

 private:
  Variables Urls() const {
    return {{"SRC_DB_URL", databases_.SourceUrl()}, {"TGT_DB_URL", databases_.TargetUrl()}};
  }

  BothDatabases databases_{"heavy"};
  Scratch scratch_;
};

void ExpectWithin(const MeasuredRun& run, std::int64_t megabytes, seconds longest) {
  testing::Test::RecordProperty("peak_megabytes", std::to_string(run.peak_megabytes));
  EXPECT_GT(run.peak_megabytes, 5);
  EXPECT_LT(run.peak_megabytes, megabytes);
  EXPECT_LT(run.took, longest);
}

// In portions, because a transaction keeps a lock on each table that it makes.
std::vector<std::string> TablesTo(int tables) {
  constexpr int kPortion = 500;
  std::vector<std::string> texts;
  for (int first = 1; first <= tables; first += kPortion) {
    texts.push_back(fmt::format(
        "DO $$ BEGIN FOR i IN {}..{} LOOP "
        "EXECUTE format('CREATE TABLE t%s (id integer PRIMARY KEY, note text NOT NULL)', i); "
        "EXECUTE format('INSERT INTO t%s SELECT n, ''note '' || n FROM generate_series(1, %s) AS "
        "n', i, 1 + i % 20); END LOOP; END $$",
        first, first + kPortion - 1));
  }
  return texts;
}

TEST(SlowHeavyLoad, TenThousandRelations) {
  const Loaded loaded(TablesTo(10'000));
  ExpectWithin(loaded.Discover(), 300, seconds(60));
  const MeasuredRun run = loaded.RunGate();
  EXPECT_EQ(run.result.status, 0) << run.result.output;
  ExpectWithin(run, 600, seconds(240));
  loaded.databases().OnTarget("DELETE FROM t9999 WHERE id = 7");
  const MeasuredRun diff = loaded.Diff();
  EXPECT_EQ(diff.result.status, 1) << diff.result.output;
  ExpectWithin(diff, 200, seconds(120));
}

// Each with what an application's tables have: a key to the one before, indexes, a check, a
// default, a comment, a trigger, privileges, and a view and a function that use it.
std::vector<std::string> FullTablesTo(int tables) {
  constexpr int kPortion = 250;
  std::vector<std::string> texts = {
      "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
      "CREATE TABLE t0 (id bigint PRIMARY KEY)"};
  for (int first = 1; first <= tables; first += kPortion) {
    texts.push_back(fmt::format(
        R"(DO $do$ BEGIN FOR i IN {}..{} LOOP
          EXECUTE format($$CREATE TABLE t%1$s (id bigserial PRIMARY KEY,
            before bigint REFERENCES t%2$s, note text NOT NULL DEFAULT 'none' CHECK (note <> ''),
            at timestamptz)$$, i, i - 1);
          EXECUTE format('CREATE INDEX ON t%s (before) WHERE before IS NOT NULL', i);
          EXECUTE format('CREATE INDEX t%1$s_note ON t%1$s (lower(note), at DESC)', i);
          EXECUTE format('COMMENT ON TABLE t%1$s IS $$the %1$s. table$$', i);
          EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON t%s FOR EACH ROW '
            'EXECUTE FUNCTION touched()', i);
          EXECUTE format('GRANT SELECT ON t%s TO PUBLIC', i);
          EXECUTE format('CREATE VIEW v%1$s AS SELECT id, lower(note) AS note FROM t%1$s', i);
          EXECUTE format('CREATE FUNCTION f%1$s(n bigint) RETURNS bigint LANGUAGE sql AS '
            '$$SELECT count(*) FROM public.t%1$s WHERE id > n$$', i);
        END LOOP; END $do$)",
        first, first + kPortion - 1));
  }
  return texts;
}

TEST(SlowHeavyLoad, ACatalogueOfFiveThousandTables) {
  const Loaded loaded(FullTablesTo(5'000));
  ExpectWithin(loaded.Discover(), 400, seconds(90));
  const MeasuredRun run = loaded.RunGate();
  EXPECT_EQ(run.result.status, 0) << run.result.output;
  ExpectWithin(run, 1'000, seconds(300));
  loaded.databases().OnTarget("DROP INDEX t4711_note; ALTER TABLE t4712 DISABLE TRIGGER touch");
  const MeasuredRun damaged = loaded.RunGate("damaged");
  EXPECT_EQ(damaged.result.status, 1) << damaged.result.output;
  for (const char* const name :
       {"public.t4711 index t4711_note: missing", "public.t4712 trigger touch: have enabled: no"}) {
    EXPECT_TRUE(OutputHas(damaged.result, name)) << damaged.result.output;
  }
}

TEST(SlowHeavyLoad, ValuesOf64Megabytes) {
  const Loaded loaded(
      {"CREATE TABLE wide (id integer PRIMARY KEY, words text, bytes bytea)",
       "INSERT INTO wide SELECT n, repeat(md5(n::text), 2097152), "
       "convert_to(repeat(md5((-n)::text), 2097152), 'UTF8') FROM generate_series(1, 4) AS n"});
  loaded.Discover();
  const MeasuredRun run = loaded.RunGate();
  EXPECT_EQ(run.result.status, 0) << run.result.output;
  ExpectWithin(run, 200, seconds(240));
  loaded.databases().OnTarget("UPDATE wide SET words = words || '.' WHERE id = 3");
  const MeasuredRun diff = loaded.Diff();
  EXPECT_EQ(diff.result.status, 1) << diff.result.output;
  EXPECT_TRUE(OutputHas(diff.result, "public.wide  different  id=3: words")) << diff.result.output;
  ExpectWithin(diff, 200, seconds(120));
}

TEST(SlowHeavyLoad, ACopyOfValuesOf64Megabytes) {
  const StagedMigration migration("heavy_copy");
  migration.databases().OnSource(
      "INSERT INTO notes SELECT repeat(md5(n::text), 2097152) FROM generate_series(1, 4) AS n");
  const MeasuredRun run =
      RunMeasured({"stage", "all", "--plan", migration.scratch().Path("plan.json"), "--out",
                   migration.folder()},
                  {{"SRC_DB_URL", migration.databases().SourceUrl()},
                   {"TGT_DB_URL", migration.databases().TargetUrl()}});
  EXPECT_EQ(run.result.status, 0) << run.result.output;
  ExpectWithin(run, 500, seconds(240));
}

// A server keeps such a row, if its values come one after the other, but can't send it: no message
// is longer than 1 GB.
constexpr const char* kHugeRow =
    "INSERT INTO huge SELECT 1, repeat('x', 600000000); "
    "UPDATE huge SET b = repeat('y', 600000000)";

TEST(SlowHeavyLoad, ARowOfMoreThanAGigabyte) {
  const Loaded loaded({"CREATE TABLE huge (id integer PRIMARY KEY, a text, b text)", kHugeRow});
  loaded.Discover();
  const MeasuredRun run = loaded.RunGate();
  EXPECT_EQ(run.result.status, 0) << run.result.output;
  ExpectWithin(run, 200, seconds(240));
  loaded.databases().OnTarget("UPDATE huge SET a = a || '.'");
  const MeasuredRun diff = loaded.Diff();
  EXPECT_EQ(diff.result.status, 1) << diff.result.output;
  ExpectWithin(diff, 200, seconds(240));
}

// By the backup, before anything is written.
TEST(SlowHeavyLoad, AMigrationOfARowOfMoreThanAGigabyteIsRefused) {
  const StagedMigration migration("huge_copy");
  migration.databases().OnSource(
      "ALTER TABLE notes ADD COLUMN more text; INSERT INTO notes SELECT repeat('x', 600000000); "
      "UPDATE notes SET more = repeat('y', 600000000) WHERE body LIKE 'x%'");
  std::string tables = ReadFile(migration.scratch().Path("steps/tables.sql"));
  tables += "ALTER TABLE public.notes ADD COLUMN more text;\n";
  migration.RewriteStep("tables.sql", tables);
  const MeasuredRun run =
      RunMeasured({"stage", "all", "--plan", migration.scratch().Path("plan.json"), "--out",
                   migration.folder()},
                  {{"SRC_DB_URL", migration.databases().SourceUrl()},
                   {"TGT_DB_URL", migration.databases().TargetUrl()}});
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(OutputHas(run.result, "Dumping the contents of table \"notes\" failed"))
      << run.result.output;
  EXPECT_TRUE(OutputHas(run.result, "ERROR:  out of memory")) << run.result.output;
  ExpectWithin(run, 200, seconds(240));
}

}  // namespace
}  // namespace gonogo::testing_support
