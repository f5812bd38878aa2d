// A migration inside one database: a baseline, a migration in one transaction, and a rollback that
// restores the backup.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "core/record/baseline.h"
#include "core/record/ledger.h"
#include "stages/ledger/ledger_file.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kBefore = R"(
CREATE SCHEMA shop;
CREATE TYPE public.state AS ENUM ('open', 'closed');
CREATE TABLE public.orders (
  id bigserial PRIMARY KEY,
  gone text,
  state public.state NOT NULL,
  note text NOT NULL
);
ALTER TABLE public.orders DROP COLUMN gone;
CREATE TABLE shop.lines (id int PRIMARY KEY, order_id bigint NOT NULL REFERENCES public.orders);
CREATE VIEW shop.open_orders AS SELECT * FROM public.orders WHERE state = 'open';
CREATE FUNCTION public.twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 2 * n';
INSERT INTO public.orders (state, note)
  SELECT (ARRAY['open', 'closed'])[n % 2 + 1]::public.state, 'marked-value-' || n
  FROM generate_series(1, 1000) AS n;
INSERT INTO shop.lines SELECT n, n FROM generate_series(1, 1000) AS n;
SELECT lo_from_bytea(0, 'a large object');
CREATE EXTENSION citext;
CREATE SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;
CREATE TABLE extensions.ours (id int);
CREATE TYPE public.pair AS (a int, b int);
CREATE FUNCTION public.sum_of(public.pair) RETURNS int LANGUAGE sql AS 'SELECT $1.a + $1.b';
CREATE CAST (public.pair AS int) WITH FUNCTION public.sum_of(public.pair);
CREATE COLLATION public.plain FROM "C";
CREATE MATERIALIZED VIEW shop.counted AS SELECT count(*) FROM shop.lines;
)";

constexpr const char* kMigration = R"(BEGIN;
ALTER TABLE public.orders ADD COLUMN total numeric NOT NULL DEFAULT 0;
CREATE TABLE public.payments (id int PRIMARY KEY, order_id bigint REFERENCES public.orders);
CREATE PUBLICATION changes FOR TABLE public.orders;
CREATE EXTENSION pgcrypto;
CREATE TEXT SEARCH CONFIGURATION public.words (COPY = simple);
CREATE SCHEMA later;
CREATE TABLE later.things (id int);
DROP CAST (public.pair AS int);
REFRESH MATERIALIZED VIEW shop.counted;
SELECT lo_from_bytea(0, 'another large object');
COMMIT;
)";

// The database "target" of a pair, and the other cluster, on which its backup is tried.
class InPlace {
 public:
  explicit InPlace(const std::string& name) : databases_(name) {
    databases_.OnTarget(kBefore);
    Migrate(kMigration);
    const Json check = {{"phases", {"verify", "rollback"}}, {"relations", "*"}};
    Json rows = check;
    rows.update({{"id", "rows"}, {"gate", "row_count"}});
    Json contents = check;
    contents.update({{"id", "contents"},
                     {"gate", "business_key_checksum"},
                     {"columns", {{"public.orders", {"id", "state", "note"}}}}});
    Json columns = check;
    columns.update(
        {{"id", "columns"}, {"gate", "columns"}, {"relations", Json::array({"shop.lines"})}});
    const Json writable = {
        {"id", "writable"}, {"gate", "writable"}, {"phases", {"preflight", "schema", "finalize"}}};
    scratch_.File(
        "plan.json",
        ToText({{"gonogo", 1},
                {"name", "in-place"},
                {"connections", {{"target", {{"url", {{"env", "TGT_DB_URL"}}}}}}},
                {"baseline", {{"max_age_hours", 1}}},
                {"limits", {{"lock_timeout_ms", 500}}},
                {"relations",
                 {{{"source", "public.orders"}, {"key", {"id"}}},
                  {{"source", "shop.lines"}, {"key", {"id"}}}}},
                {"checks", {rows, contents, columns, writable}},
                {"stages",
                 {{"preflight",
                   {{"free_disk_percent", 1}, {"restore_on", {{"env", "STAGING_DB_URL"}}}}},
                  {"schema",
                   {{"steps", Json::array({{{"name", "migrate"}, {"file", "migrate.sql"}}})},
                    {"on_failure", "restore what preflight kept"}}},
                  {"verify", Json::object()},
                  {"finalize", Json::object()},
                  {"rollback", {{"max_minutes", 15}}}}}},
               2));
  }

  void Migrate(const std::string& sql) const { scratch_.File("migrate.sql", sql); }

  ProcessResult Gonogo(Words words) const {
    words.insert(words.end(), {"--plan", scratch_.Path("plan.json")});
    return RunGonogo(words, {{"TGT_DB_URL", databases_.TargetUrl()},
                             {"STAGING_DB_URL", databases_.SourceUrl()}});
  }
  ProcessResult Stage(const std::string& stage, const Words& more = {}) const {
    Words words = {"stage", stage, "--out", folder()};
    words.insert(words.end(), more.begin(), more.end());
    return Gonogo(words);
  }
  ProcessResult Verify(const std::string& baseline) const {
    return Gonogo({"run", "verify", "--baseline", baseline, "--out", Fresh()});
  }
  ProcessResult TakeBaseline(const std::string& file) const {
    return Gonogo({"baseline", "take", "--out", file});
  }

  Baseline BaselineIn(const std::string& file) const { return ParseBaseline(ReadFile(file), file); }
  std::string folder() const { return scratch_.Path("migration"); }
  std::string Path(const std::string& name) const { return scratch_.Path(name); }
  std::string Fresh() const { return scratch_.Path("evidence-" + std::to_string(++runs_)); }
  const BothDatabases& databases() const { return databases_; }
  const Scratch& scratch() const { return scratch_; }

 private:
  BothDatabases databases_;
  Scratch scratch_;
  mutable int runs_ = 0;
};

TEST(Baseline, IsDeterministicAndContainsNoValues) {
  const InPlace place("baseline_same");
  ASSERT_EQ(place.TakeBaseline(place.Path("one.json")).status, 0);
  ASSERT_EQ(place.TakeBaseline(place.Path("two.json")).status, 0);
  EXPECT_EQ(place.BaselineIn(place.Path("one.json")).answers,
            place.BaselineIn(place.Path("two.json")).answers);
  EXPECT_EQ(ReadFile(place.Path("one.json")).find("marked-value"), std::string::npos);
  place.databases().OnTarget("UPDATE public.orders SET note = note || '!' WHERE id = 7");
  ASSERT_EQ(place.TakeBaseline(place.Path("three.json")).status, 0);
  EXPECT_NE(place.BaselineIn(place.Path("one.json")).answers,
            place.BaselineIn(place.Path("three.json")).answers);
}

TEST(Baseline, DoesNotOverwriteAnother) {
  const InPlace place("baseline_over");
  ASSERT_EQ(place.TakeBaseline(place.Path("one.json")).status, 0);
  const ProcessResult again = place.TakeBaseline(place.Path("one.json"));
  EXPECT_EQ(again.status, 2) << again.output;
  EXPECT_TRUE(OutputHas(again, "exists already")) << again.output;
}

TEST(Baseline, ReplacesTheSource) {
  const InPlace place("baseline_stands");
  const std::string baseline = place.Path("one.json");
  ASSERT_EQ(place.TakeBaseline(baseline).status, 0);
  place.databases().OnTarget("ALTER TABLE public.orders ADD COLUMN total numeric");
  const ProcessResult same = place.Verify(baseline);
  EXPECT_EQ(same.status, 0) << same.output;

  place.databases().OnTarget("DELETE FROM shop.lines WHERE id = 12");
  const ProcessResult lost = place.Verify(baseline);
  EXPECT_EQ(lost.status, 1) << lost.output;
  EXPECT_TRUE(OutputHas(lost, "FAIL   rows.shop.lines")) << lost.output;
  EXPECT_TRUE(OutputHas(lost, "have 999 rows, want 1000 rows")) << lost.output;
  EXPECT_TRUE(OutputHas(lost, "PASS   rows.public.orders")) << lost.output;

  place.databases().OnTarget("UPDATE public.orders SET note = 'other' WHERE id = 3");
  const ProcessResult changed = place.Verify(baseline);
  EXPECT_TRUE(OutputHas(changed, "FAIL   contents.public.orders")) << changed.output;

  place.databases().OnTarget("ALTER TABLE shop.lines ALTER order_id DROP NOT NULL");
  const ProcessResult altered = place.Verify(baseline);
  EXPECT_TRUE(OutputHas(altered, "FAIL   columns.shop.lines")) << altered.output;
}

TEST(Baseline, IsAnErrorIfMissingOldForgedOrOfAnotherDatabase) {
  const InPlace place("baseline_error");
  const ProcessResult none = place.Verify(place.Path("none.json"));
  EXPECT_EQ(none.status, 3) << none.output;
  EXPECT_TRUE(OutputHas(none, "none.json doesn't exist")) << none.output;

  const std::string taken = place.Path("one.json");
  ASSERT_EQ(place.TakeBaseline(taken).status, 0);
  const InPlace other("baseline_error_other");
  const ProcessResult of_another = other.Verify(taken);
  EXPECT_EQ(of_another.status, 3) << of_another.output;
  EXPECT_TRUE(OutputHas(of_another, "is a baseline of another database")) << of_another.output;

  Baseline old = place.BaselineIn(taken);
  old.taken_at = "2026-01-01T00:00:00.000Z";
  const ProcessResult too_old = place.Verify(place.scratch().File("old.json", ToJson(old).dump()));
  EXPECT_EQ(too_old.status, 3) << too_old.output;
  EXPECT_TRUE(OutputHas(too_old, "may be at most 1 h old")) << too_old.output;

  Json edited = ParseJson(ReadFile(taken));
  edited["answers"][0]["rows"] = Json::array();
  edited["answers"][0]["columns"] = Json::array({"edited"});
  const ProcessResult forged = place.Verify(place.scratch().File("edited.json", edited.dump()));
  EXPECT_EQ(forged.status, 3) << forged.output;
  EXPECT_TRUE(OutputHas(forged, "its contents don't match its digest")) << forged.output;

  Json younger = ToJson(old);
  younger["taken_at"] = ParseJson(ReadFile(taken)).at("taken_at");
  const ProcessResult dated = place.Verify(place.scratch().File("dated.json", younger.dump()));
  EXPECT_EQ(dated.status, 3) << dated.output;
  EXPECT_TRUE(OutputHas(dated, "its contents don't match its digest")) << dated.output;
}

// All queries of a run use one caching session. Each must get its own rows.
TEST(PlanQueries, OfOneRunDoNotShareAnswers) {
  const InPlace place("plan_queries");
  place.scratch().File("none.sql", "SELECT id FROM public.orders WHERE id < 0");
  place.scratch().File("some.sql", "SELECT id FROM public.orders WHERE id < 3");
  place.scratch().File("number.sql", "SELECT count(*) FROM public.orders");
  const auto query = [](const char* id, const char* gate, const char* file) {
    return Json{{"id", id}, {"gate", gate}, {"phases", {"gate"}}, {"file", file}};
  };
  Json number = query("number", "scalar", "number.sql");
  number["equals"] = "1000";
  Json too_few = query("too_few", "scalar", "none.sql");
  too_few["equals"] = "1";
  Json plan = ParseJson(ReadFile(place.Path("plan.json")));
  plan["checks"] = {query("none", "no_rows", "none.sql"), query("some", "no_rows", "some.sql"),
                    query("none_again", "no_rows", "none.sql"), number, too_few};
  plan.erase("stages");
  place.scratch().File("plan.json", plan.dump());
  const ProcessResult run = place.Gonogo({"run", "gate", "--out", place.Fresh()});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "PASS   none.none")) << run.output;
  EXPECT_TRUE(OutputHas(run, "FAIL   some.some")) << run.output;
  EXPECT_TRUE(OutputHas(run, "PASS   none_again.none")) << run.output;
  EXPECT_TRUE(OutputHas(run, "PASS   number.number")) << run.output;
  EXPECT_TRUE(OutputHas(run, "ERROR  too_few.none")) << run.output;
}

TEST(SlowInPlace, ARollbackRestoresTheBaseline) {
  const InPlace place("in_place_back");
  const ProcessResult there = place.Stage("all");
  ASSERT_EQ(there.status, 0) << there.output;
  const std::string before = place.BaselineIn(place.folder() + "/baseline.json").Digest();
  const ProcessResult back = place.Stage("rollback");
  EXPECT_EQ(back.status, 0) << back.output;
  EXPECT_TRUE(OutputHas(back, "the database equals the baseline: sha256 " + before.substr(0, 12)))
      << back.output;
  const ProcessResult again = place.Stage("all");
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "step migrate: 10 statements")) << again.output;
}

// The ledger has paths relative to the folder.
TEST(InPlace, AFolderThatWasMovedRollsBack) {
  const InPlace place("in_place_moved");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  const std::string moved = place.Path("moved");
  std::filesystem::rename(place.folder(), moved);
  const ProcessResult back = place.Gonogo({"stage", "rollback", "--out", moved});
  EXPECT_EQ(back.status, 0) << back.output;
  EXPECT_TRUE(OutputHas(back, "the database equals the baseline")) << back.output;
  EXPECT_FALSE(std::filesystem::exists(place.folder()));
  EXPECT_THROW(place.databases().OnTarget("SELECT FROM public.payments"), std::runtime_error);
}

// Ledgers of older versions have the backup's absolute path.
TEST(SlowInPlace, ABackupWithAnAbsolutePathIsRestored) {
  const InPlace place("in_place_absolute");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  const std::string ledger = place.folder() + "/ledger.jsonl";
  std::string lines = ReadFile(ledger);
  const std::string relative = "\"folder\":\"backup/";
  const std::size_t at = lines.find(relative);
  ASSERT_NE(at, std::string::npos) << lines;
  lines.replace(at, relative.size(), "\"folder\":\"" + place.folder() + "/backup/");
  place.scratch().File("migration/ledger.jsonl", Chained(lines));
  const ProcessResult back = place.Stage("rollback");
  EXPECT_EQ(back.status, 0) << back.output;
}

TEST(SlowInPlace, ALostFileOfTheSnapshotMakesFinalizeTakeAnother) {
  const InPlace place("in_place_lost_file");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  const auto snapshots = [&place] {
    std::vector<std::string> folders;
    for (const LedgerLine& line : ReadLedger(place.folder() + "/ledger.jsonl").lines) {
      if (line.step != kSnapshotStep || line.event != LedgerEvent::kStepDone) continue;
      folders.push_back(place.folder() + "/" + SnapshotFactsFrom(line.details).folder);
    }
    return folders;
  };
  ASSERT_EQ(place.Stage("finalize").status, 0);
  ASSERT_EQ(snapshots().size(), 1U);  // the first one will do
  std::filesystem::remove(snapshots().front() + "/toc.dat");
  const ProcessResult again = place.Stage("finalize");
  EXPECT_EQ(again.status, 0) << again.output;
  ASSERT_EQ(snapshots().size(), 2U);
  EXPECT_TRUE(std::filesystem::exists(snapshots().back() + "/toc.dat"));
}

TEST(SlowInPlace, ABackupThatWasAlteredIsNotRestored) {
  const InPlace place("in_place_altered");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(place.folder() + "/backup")) {
    if (file.path().filename() != "toc.dat") continue;
    std::filesystem::resize_file(file.path(), file.file_size() - 1);
  }
  const ProcessResult back = place.Stage("rollback");
  EXPECT_EQ(back.status, 3) << back.output;
  EXPECT_TRUE(OutputHas(back, "isn't whole: changed or missing files: toc.dat")) << back.output;
  place.databases().OnTarget("SELECT total FROM public.orders");  // still migrated
}

// It restored nothing. A baseline taken now would equal what the migration made.
TEST(SlowInPlace, AnIncompleteRollbackDoesNotAllowStages) {
  const InPlace place("in_place_broke_off");
  place.Migrate("BEGIN; DELETE FROM shop.lines WHERE id > 500; COMMIT;\n");
  ASSERT_EQ(place.Stage("all").status, 1);
  {
    const OpenTransaction held(place.databases().TargetUrl(), "LOCK TABLE shop.lines");
    const ProcessResult back = place.Stage("rollback");
    EXPECT_EQ(back.status, 3) << back.output;
  }
  const ProcessResult again = place.Stage("all");
  EXPECT_EQ(again.status, 2) << again.output;
  EXPECT_TRUE(OutputHas(again, "didn't finish")) << again.output;
  const ProcessResult back = place.Stage("rollback");
  EXPECT_EQ(back.status, 0) << back.output;
  EXPECT_EQ(place.Stage("preflight").status, 0);
}

TEST(SlowInPlace, RefusesABaselineTakenAfterTheMigration) {
  const InPlace place("in_place_baseline_behind");
  place.Migrate("BEGIN; DELETE FROM shop.lines WHERE id > 500; COMMIT;\n");
  ASSERT_EQ(place.Stage("all").status, 1);
  const std::string kept = place.folder() + "/baseline.json";
  std::filesystem::rename(kept, kept + ".of-before");
  ASSERT_EQ(place.TakeBaseline(kept).status, 0);
  const ProcessResult verify = place.Stage("verify");
  EXPECT_EQ(verify.status, 3) << verify.output;
  EXPECT_TRUE(OutputHas(verify, "isn't the baseline that preflight noted")) << verify.output;
}

TEST(InPlace, ARehearsedStepChecksDeferredConstraints) {
  const InPlace place("in_place_deferred");
  ASSERT_EQ(place.Stage("preflight").status, 0);
  place.Migrate(
      "ALTER TABLE shop.lines ADD CONSTRAINT later FOREIGN KEY (order_id)\n"
      "  REFERENCES public.orders DEFERRABLE INITIALLY DEFERRED;\n"
      "UPDATE shop.lines SET order_id = -1 WHERE id = 1;\n");
  for (const Words& how : {Words{"--rehearse"}, Words{}}) {
    const ProcessResult run = place.Stage("schema", how);
    EXPECT_EQ(run.status, 1) << run.output;
    EXPECT_TRUE(OutputHas(run, "23503")) << run.output;
  }
}

TEST(SlowInPlace, RefusesEarlierStagesAfterTheMigration) {
  const InPlace place("in_place_behind");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  const ProcessResult run = place.Stage("preflight");
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "stage preflight can't run because stage schema began")) << run.output;
}

TEST(InPlace, AStepBehavesAsInPsql) {
  const InPlace place("in_place_as_psql");
  place.databases().OnTarget("ALTER DATABASE in_place_as_psql SET \"TimeZone\" TO 'Asia/Tokyo'");
  place.Migrate("CREATE TABLE here AS SELECT timestamptz '2026-01-01 00:00' AS at;\n");
  const ProcessResult done = place.Stage("all");
  ASSERT_EQ(done.status, 0) << done.output;
  place.databases().OnTarget(
      "SELECT 1 / (at = timestamptz '2025-12-31 15:00Z')::int FROM public.here");
}

TEST(InPlace, AnErrorNamesFileLineAndSqlstateAndCommitsNothing) {
  const InPlace place("in_place_refused");
  place.Migrate(
      "BEGIN;\nCREATE TABLE public.half (id int);\n\nALTER TABLE public.nowhere ADD x "
      "int;\nCOMMIT;\n");
  const ProcessResult run = place.Stage("all");
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "migrate.sql:4: ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "(SQLSTATE 42P01)")) << run.output;
  EXPECT_TRUE(OutputHas(run, "restore what preflight kept")) << run.output;
  EXPECT_THROW(place.databases().OnTarget("SELECT FROM public.half"), std::runtime_error);
}

TEST(InPlace, WaitsForALockOnlyAsLongAsThePlanSays) {
  const InPlace place("in_place_locked");
  ASSERT_EQ(place.Stage("preflight").status, 0);
  const OpenTransaction held(place.databases().TargetUrl(), "LOCK TABLE public.orders");
  const ProcessResult run = place.Stage("schema");
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "migrate.sql:2: ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "(SQLSTATE 55P03)")) << run.output;
}

TEST(InPlace, ARehearsedStepIsRolledBackAndNotNoted) {
  const InPlace place("in_place_rehearsed");
  ASSERT_EQ(place.Stage("preflight").status, 0);
  const ProcessResult run = place.Stage("schema", {"--rehearse"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "step migrate: 10 statements, rolled back")) << run.output;
  EXPECT_THROW(place.databases().OnTarget("SELECT FROM public.payments"), std::runtime_error);
  EXPECT_EQ(
      ReadLedger(place.folder() + "/ledger.jsonl").Last(LedgerEvent::kStageBegan, Phase::kSchema),
      nullptr);
  place.Migrate("BEGIN;\nSELECT 1/0;\nCOMMIT;\n");
  const ProcessResult red = place.Stage("schema", {"--rehearse"});
  EXPECT_EQ(red.status, 1) << red.output;
  EXPECT_TRUE(OutputHas(red, "migrate.sql:2: ")) << red.output;
}

TEST(InPlace, AnInterruptedMigrationCommitsNothing) {
  for (const std::string signal : {"INT", "KILL"}) {
    const InPlace place("in_place_interrupted");
    ASSERT_EQ(place.Stage("preflight").status, 0);
    place.Migrate("BEGIN;\nCREATE TABLE public.half (id int);\nSELECT pg_sleep(30);\nCOMMIT;\n");
    const ProcessResult run = RunCommand(
        {.words = {"timeout", "--foreground", "--signal=" + signal, "2", GONOGO_PROGRAM, "stage",
                   "schema", "--plan", place.Path("plan.json"), "--out", place.folder()},
         .environment = {{"TGT_DB_URL", place.databases().TargetUrl()},
                         {"STAGING_DB_URL", place.databases().SourceUrl()}}});
    EXPECT_NE(run.status, 0) << run.output;
    EXPECT_THROW(place.databases().OnTarget("SELECT FROM public.half"), std::runtime_error);
    place.Migrate(kMigration);
    const ProcessResult again = place.Stage("all");
    EXPECT_EQ(again.status, 0) << again.output;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
