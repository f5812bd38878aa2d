// Stages run in order, once, confirmed, and one run at a time. Errors say what is wrong.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <random>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

using testing::Test;

std::int64_t TablesOnTarget(const StagedMigration& migration) {
  Pair pair = migration.databases().Open();
  return pair.Target()
      .Query("SELECT count(*) AS tables FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", {})
      .Only()
      .Integer("tables");
}

TEST(Stage, AllRunsOnceAndMakesTheTargetEqual) {
  const StagedMigration migration("stage_all");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(migration.Diff().status, 0);
  for (const Phase stage :
       {Phase::kPreflight, Phase::kSchema, Phase::kBackfill, Phase::kVerify, Phase::kGate}) {
    const Ledger ledger = migration.LedgerLines();
    const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, stage);
    ASSERT_NE(ended, nullptr) << PhaseName(stage);
    EXPECT_EQ(ended->details.at("outcome"), "GO");
  }
  const ProcessResult again = migration.Stage({"all"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "every stage of small is done and GO")) << again.output;
}

TEST(SlowStage, CanRunAgainWhenFinished) {
  const StagedMigration migration("stage_again");
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  const ProcessResult again = migration.Stage({"all", "--from", "schema"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "step tables was done at")) << again.output;
  EXPECT_TRUE(OutputHas(again, "copied 0 relations")) << again.output;
  EXPECT_EQ(migration.Diff().status, 0);
}

// Its checks are a process of its own, which reads the plan once more.
TEST(Stage, SaysThatThePlanChangedBeforeItsChecks) {
  const Words edit = {"sh", "-c", "echo >>plan.json"};
  const StagedMigration migration("stage_edited", {{"verify",
                                                    {{"commands",
                                                      {{{"name", "edit"},
                                                        {"words", edit},
                                                        {"folder", "."},
                                                        {"files", Json::array()},
                                                        {"rehearsal_words", edit}}}}}}});
  ASSERT_EQ(migration.Stage({"all", "--until", "backfill"}).status, 0);
  const ProcessResult run = migration.Stage({"verify"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "\n  the plan, or a file that it names, changed before the checks ran: run "
                        "the stage again\nstage verify  NO-GO (could not decide)"))
      << run.output;
}

TEST(Stage, KeepsItsFolderInTheCurrentFolder) {
  const StagedMigration migration("stage_relative");
  const ProcessResult run =
      RunCommand({.words = {"sh", "-c", "cd \"$1\" && exec \"$2\" stage preflight --plan plan.json",
                            "sh", migration.scratch().Path(""), GONOGO_PROGRAM},
                  .environment = {{"SRC_DB_URL", migration.databases().SourceUrl()},
                                  {"TGT_DB_URL", migration.databases().TargetUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(std::filesystem::exists(migration.scratch().Path("evidence/small/ledger.jsonl")));
  EXPECT_TRUE(std::filesystem::exists(migration.scratch().Path("evidence/small/backup")));
}

// Checks come first, because a backup takes hours.
TEST(SlowStage, TakesNoBackupBeforeItsChecksPassAndNoSecondOneWhileItIsWhole) {
  const StagedMigration migration("stage_backups");
  const std::string file = migration.scratch().Path("plan.json");
  Json plan = Json::parse(ReadTextFile(file));
  plan["checks"].push_back({{"id", "settings"}, {"gate", "settings"}, {"phases", {"preflight"}}});
  WriteTextFile(file, plan.dump());
  const auto backups = [&] {
    const std::filesystem::path folder = migration.folder() + "/backup";
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::exists(folder)) return found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.is_directory()) found.push_back(entry.path());
    }
    return found;
  };
  migration.databases().OnSource("ALTER DATABASE stage_backups SET DateStyle = 'German'");
  const ProcessResult red = migration.Stage({"preflight"});
  EXPECT_EQ(red.status, 1) << red.output;
  EXPECT_TRUE(backups().empty()) << red.output;
  migration.databases().OnSource("ALTER DATABASE stage_backups RESET DateStyle");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  ASSERT_EQ(backups().size(), 1U);
  const ProcessResult again = migration.Stage({"preflight"});
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, " again; \"reuse_backup_hours\": 0 would")) << again.output;
  ASSERT_EQ(backups().size(), 1U) << again.output;
  std::filesystem::remove(backups().front() / "toc.dat");
  const ProcessResult damaged = migration.Stage({"preflight"});
  EXPECT_EQ(damaged.status, 0) << damaged.output;
  EXPECT_TRUE(OutputHas(damaged, "isn't whole (changed or missing files: toc.dat): taking a new"))
      << damaged.output;
  EXPECT_EQ(backups().size(), 2U) << damaged.output;
}

TEST(SlowStage, RunsAgainUnderAnotherEnvironment) {
  const StagedMigration migration("stage_tolerance");
  const Variables tolerant = {{"ROWCOUNT_TOLERANCE", "1000000"}};
  for (const char* stage : {"preflight", "schema", "backfill"}) {
    ASSERT_EQ(migration.Stage({stage}, tolerant).status, 0) << stage;
  }
  migration.databases().OnTarget("TRUNCATE public.notes");
  EXPECT_EQ(migration.Stage({"verify"}, tolerant).status, 0);
  const ProcessResult gate = migration.Stage({"gate"});
  EXPECT_EQ(gate.status, 2) << gate.output;
  EXPECT_TRUE(OutputHas(gate, "stage verify, which ran under another environment")) << gate.output;
  EXPECT_EQ(migration.Stage({"all"}).status, 1);
}

TEST(Stage, RefusesRowsThatOthersWroteAfterAFailedCopy) {
  const StagedMigration migration("stage_rows");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  ASSERT_EQ(migration.Stage({"schema"}).status, 0);
  migration.databases().OnTarget("ALTER TABLE public.notes ADD CHECK (body = 'nothing')");
  EXPECT_EQ(migration.Stage({"backfill"}).status, 3);
  migration.databases().OnTarget(
      "ALTER TABLE public.notes DROP CONSTRAINT notes_body_check;"
      "INSERT INTO public.notes VALUES ('of the application')");
  const ProcessResult run = migration.Stage({"backfill"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "already has rows that aren't from this backfill")) << run.output;
}

TEST(SlowStage, FailsIfAProgramHasNoExitStatus) {
  const StagedMigration migration("stage_sigchld");
  for (const char* stage : {"preflight", "schema", "backfill"}) {
    ASSERT_EQ(migration.Stage({stage}).status, 0) << stage;
  }
  migration.databases().OnTarget("TRUNCATE public.notes");
  const ProcessResult run = RunCommand(
      {.words = {"sh", "-c", "trap '' CHLD; exec \"$1\" stage verify --plan \"$2\" --out \"$3\"",
                 "sh", GONOGO_PROGRAM, migration.scratch().Path("plan.json"), migration.folder()},
       .environment = {{"SRC_DB_URL", migration.databases().SourceUrl()},
                       {"TGT_DB_URL", migration.databases().TargetUrl()}}});
  EXPECT_EQ(run.status, 1) << run.output;
}

TEST(Stage, NeedsTheStagesBeforeIt) {
  const StagedMigration migration("stage_order");
  const ProcessResult run = migration.Stage({"backfill"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "stage backfill needs stage preflight, which hasn't run"))
      << run.output;
  EXPECT_FALSE(std::filesystem::exists(migration.folder() + "/ledger.jsonl"));
  EXPECT_EQ(migration.Stage({"all", "--from", "gate"}).status, 2);
}

TEST(Stage, IsRefusedWithASuggestionIfUnknown) {
  const StagedMigration migration("stage_unknown");
  const ProcessResult run = migration.Stage({"shema"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "stage \"shema\" is unknown; did you mean \"schema\"?")) << run.output;
}

TEST(Stage, DoesNothingWithoutItsConfirmation) {
  const StagedMigration migration("stage_confirm", {{"schema", {{"confirm", "MAKE TABLES"}}}});
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  for (const Words& words :
       {Words{"schema"}, Words{"schema", "--confirm", "make tables"}, Words{"all"}}) {
    const ProcessResult run = migration.Stage(words);
    EXPECT_EQ(run.status, 2);
    EXPECT_TRUE(OutputHas(run, "must be confirmed")) << run.output;
    EXPECT_EQ(TablesOnTarget(migration), 0);
  }
  EXPECT_EQ(migration.LedgerLines().Last(LedgerEvent::kStageBegan, Phase::kSchema), nullptr);
  EXPECT_EQ(migration.Stage({"schema", "--confirm", "MAKE TABLES"}).status, 0);
  EXPECT_EQ(TablesOnTarget(migration), 4);
}

TEST(Stage, DryRunShowsTheSqlAndDoesNothing) {
  const StagedMigration migration("stage_dry");
  const ProcessResult run = migration.Stage({"schema", "--dry-run"});
  EXPECT_EQ(run.status, 2) << "not even shown before its turn: " << run.output;
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  const std::size_t lines = migration.LedgerLines().lines.size();
  const ProcessResult shown = migration.Stage({"schema", "--dry-run"});
  EXPECT_EQ(shown.status, 0) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "CREATE TABLE public.owners")) << shown.output;
  EXPECT_EQ(TablesOnTarget(migration), 0);
  EXPECT_EQ(migration.LedgerLines().lines.size(), lines);
}

TEST(SlowStage, BackfillInModeDryRunShowsAndDoesNothing) {
  const StagedMigration migration("stage_mode");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  ASSERT_EQ(migration.Stage({"schema"}).status, 0);
  const ProcessResult shown = migration.Stage({"backfill"}, {{"MODE", "dry-run"}});
  EXPECT_EQ(shown.status, 0) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "would copy public.entries (about 4000 rows")) << shown.output;
  const ProcessResult all = migration.Stage({"all"}, {{"MODE", "dry-run"}});
  EXPECT_EQ(all.status, 2) << all.output;
  EXPECT_EQ(migration.Stage({"verify"}).status, 2) << "the backfill does not count as done";
  EXPECT_EQ(migration.Stage({"all"}, {{"MODE", "run"}}).status, 0);
  EXPECT_EQ(migration.Diff().status, 0);
}

TEST(Stage, NamesWhoHoldsTheLock) {
  const StagedMigration migration("stage_lock");
  const OpenTransaction other(migration.databases().TargetUrl() + "?application_name=somebody",
                              "SELECT pg_advisory_lock(1735355247, 1937007975)");
  const ProcessResult run = migration.Stage({"preflight"});
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(OutputHas(run, "another run of stages holds the lock: somebody from 127.0.0.1"))
      << run.output;
  EXPECT_FALSE(std::filesystem::exists(migration.folder() + "/ledger.jsonl"));
}

TEST(SlowStage, RefusesALedgerOfOtherServers) {
  const StagedMigration migration("stage_pair");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  const BothDatabases other("stage_other_pair");
  const ProcessResult run = migration.Stage({"schema"}, {{"TGT_DB_URL", other.TargetUrl()}});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "ledger.jsonl belongs to a migration with another target"))
      << run.output;
  EXPECT_EQ(migration.Stage({"all"}).status, 0);
}

TEST(Stage, RefusesOneDatabaseOnBothSides) {
  const StagedMigration migration("stage_one");
  const ProcessResult run =
      migration.Stage({"preflight"}, {{"TGT_DB_URL", migration.databases().SourceUrl()}});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "source and target are the same database")) << run.output;
}

TEST(Stage, SchemaStopsAtTheFirstErrorAndResumesAfterAFix) {
  const StagedMigration migration("stage_error");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  const std::string tables = ReadFile(migration.scratch().Path("steps/tables.sql"));
  migration.RewriteStep("tables.sql",
                        "CREATE TABLE public.first (a int);\n\n"
                        "CREATE TABLE public.second (a nonsense);\n");
  const ProcessResult run = migration.Stage({"schema"});
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(OutputHas(run, "steps/tables.sql:3: target: ")) << run.output;
  EXPECT_TRUE(OutputHas(run, "SQLSTATE 42704")) << run.output;
  EXPECT_EQ(TablesOnTarget(migration), 0) << "the step is one transaction";
  EXPECT_EQ(migration.Stage({"backfill"}).status, 2);

  migration.RewriteStep("tables.sql", tables);
  const ProcessResult mended = migration.Stage({"all"});
  EXPECT_EQ(mended.status, 0) << mended.output;
  EXPECT_TRUE(OutputHas(mended, "step types was done at")) << mended.output;
  EXPECT_EQ(migration.Diff().status, 0);
}

TEST(Stage, SchemaRefusesStepsThatCannotBeOneTransaction) {
  const StagedMigration migration("stage_begin");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  // BEGIN first and COMMIT last are one transaction. Any other transaction statement is refused.
  const std::string index = "CREATE INDEX i ON public.notes (body);\n";
  const std::map<std::string, std::string> lines = {
      {"BEGIN;\n" + index + "COMMIT;\n" + index, "1"},
      {"BEGIN;\n" + index + "COMMIT;\nBEGIN;\n" + index + "COMMIT;\n", "3"},
      {"BEGIN ISOLATION LEVEL SERIALIZABLE;\n" + index + "COMMIT;\n", "1"},
      {index + "ROLLBACK;\n", "2"}};
  for (const auto& [sql, line] : lines) {
    migration.RewriteStep("indexes.sql", sql);
    const ProcessResult run = migration.Stage({"schema"});
    EXPECT_EQ(run.status, 1);
    EXPECT_TRUE(
        OutputHas(run, "steps/indexes.sql:" + line + ": a step is one transaction as a whole"))
        << run.output;
    EXPECT_EQ(TablesOnTarget(migration), 0);
  }
}

TEST(SlowStage, SchemaRefusesAFinishedStepWhoseFileHasChanged) {
  const StagedMigration migration("stage_changed");
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  ASSERT_EQ(migration.Stage({"schema"}).status, 0);
  migration.RewriteStep("types.sql", "CREATE TYPE public.state AS ENUM ('closed', 'open');\n");
  const ProcessResult run = migration.Stage({"schema"});
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(OutputHas(run, "with other contents")) << run.output;
}

TEST(Stage, CanTakeTheSchemaFromTheSource) {
  const StagedMigration migration("stage_dump",
                                  {{"schema", {{"method", "dump"}, {"steps", Json::array()}}}});
  migration.databases().OnSource(
      "CREATE EXTENSION citext SCHEMA public;"
      "CREATE FUNCTION public.f(a public.citext) RETURNS public.citext LANGUAGE sql AS 'SELECT a'");
  migration.databases().OnTarget("CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext");
  const ProcessResult run = migration.Stage({"all"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NO_THROW(migration.databases().OnTarget(
      "DO $$ BEGIN ASSERT 'public.f(ext.citext)'::regprocedure IS NOT NULL; END $$"));
  EXPECT_EQ(migration.Diff().status, 0);
  EXPECT_TRUE(std::filesystem::exists(migration.folder() + "/schema/post-data.sql"));
  EXPECT_FALSE(std::filesystem::exists(migration.folder() + "/schema/post-data.dump"))
      << "pg_dump ran again for what it had dumped already";
}

TEST(Stage, PreflightRestoresItsBackupAndComparesIt) {
  const StagedMigration migration("stage_backup",
                                  {{"preflight", {{"restore_on", {{"env", "SCRATCH_DB_URL"}}}}}});
  const ProcessResult run =
      migration.Stage({"preflight"}, {{"SCRATCH_DB_URL", UrlOf(TestPair().target, "postgres")}});
  EXPECT_EQ(run.status, 0) << run.output;
  const ProcessResult again =
      migration.Stage({"preflight"}, {{"SCRATCH_DB_URL", UrlOf(TestPair().target, "postgres")}});
  EXPECT_EQ(again.status, 0) << again.output;
  const Ledger ledger = migration.LedgerLines();
  const BackupFacts backup = ledger.LastBackup().value();
  EXPECT_EQ(backup.compared, 4);
  const std::string folder = migration.folder() + "/" + backup.folder;
  const ProcessResult sums = RunCommand(
      {.words = {"sh", "-c", "cd \"$1\" && sha256sum --check --quiet SHA256SUMS", "sh", folder}});
  EXPECT_EQ(sums.status, 0) << sums.output;
}

TEST(Stage, PreflightReportsTooLittleDisk) {
  const StagedMigration migration("stage_room",
                                  {{"preflight", {{"free_disk_percent", 1'000'000'000}}}});
  const ProcessResult run = migration.Stage({"preflight"});
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(OutputHas(run, "free disk at ")) << run.output;
}

TEST(Stage, RunsCommandsWithOnlyTheirOwnVariables) {
  const Json command = {
      {"name", "look"},
      {"rehearsal_words", {"sh", "-c", "echo \"$TOKEN ${SRC_DB_URL-nothing}\"; exit 4"}},
      {"words", Json::array({"false"})},
      {"folder", "."},
      {"environment", {"TOKEN"}}};
  const StagedMigration migration("stage_command", {{"preflight", {{"commands", {command}}}}});
  const ProcessResult missing = migration.Stage({"preflight"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_TRUE(OutputHas(missing, "needs TOKEN, which isn't set")) << missing.output;
  const ProcessResult run = migration.Stage({"preflight"}, {{"TOKEN", "tell-nobody"}});
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(OutputHas(run, "command \"look\" failed with exit status 4")) << run.output;
  EXPECT_TRUE(OutputHas(run, "*** nothing")) << run.output;
  EXPECT_FALSE(OutputHas(run, "tell-nobody"));
  EXPECT_EQ(ReadFile(migration.folder() + "/ledger.jsonl").find("tell-nobody"), std::string::npos);
}

TEST(Stage, RunsCommandsOfAPlanThatIsNamedWithoutItsFolder) {
  const Words nothing = Words{"true"};
  const Json command = {
      {"name", "look"}, {"rehearsal_words", nothing}, {"words", nothing}, {"folder", "."}};
  const StagedMigration migration("stage_here", {{"preflight", {{"commands", {command}}}}});
  const ProcessResult run =
      RunCommand({.words = {"sh", "-c",
                            "cd " + migration.scratch().Path("") +
                                " && exec \"$0\" stage preflight --plan plan.json --out migration",
                            GONOGO_PROGRAM},
                  .environment = {{"SRC_DB_URL", migration.databases().SourceUrl()},
                                  {"TGT_DB_URL", migration.databases().TargetUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST(Stage, KillsACommandAfterItsTimeout) {
  const Json command = {{"name", "sleep"},
                        {"rehearsal_words", {"sleep", "60"}},
                        {"words", Json::array({"false"})},
                        {"folder", "."},
                        {"timeout_s", 1}};
  const StagedMigration migration("stage_slow", {{"preflight", {{"commands", {command}}}}});
  const ProcessResult run = migration.Stage({"preflight"});
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(OutputHas(run, "command \"sleep\" didn't finish within 1 s")) << run.output;
}

TEST(Stage, PrintsWhatItDidAsJson) {
  const StagedMigration migration("stage_json");
  const ProcessResult run = RunCommand(
      {.words = {"sh", "-c", "\"$1\" stage preflight --plan \"$2\" --out \"$3\" --json 2>/dev/null",
                 "sh", GONOGO_PROGRAM, migration.scratch().Path("plan.json"), migration.folder()},
       .environment = {{"SRC_DB_URL", migration.databases().SourceUrl()},
                       {"TGT_DB_URL", migration.databases().TargetUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
  const Json json = ParseJson(run.output);
  EXPECT_EQ(json.at("verdict"), "GO");
  EXPECT_EQ(json.at("stages").at(0).at("stage"), "preflight");
}

// The stage that was running when the ledger ended, or nothing.
std::string StageAtWork(const Ledger& ledger) {
  if (ledger.lines.empty() || ledger.lines.back().event == LedgerEvent::kStageEnded) return "none";
  return PhaseName(ledger.lines.back().stage);
}

// The stages after gate, with all kinds of commands.
Json LaterStages() {
  const auto flip = [](const char* name, const char* value) {
    return Json{{"name", name}, {"flags", {{"WRITE_TO", value}}}};
  };
  const Json close = {{"name", "close"}, {"source_writes", "off"}};
  const Json sequences = {{"name", "sequences"}, {"sequences", "target"}};
  const Json look = {{"name", "last look"}, {"checks", Json::array({"row_checksum"})}};
  return {
      {"dual-write", {{"commands", Json::array({flip("both", "both")})}, {"until_green", 1}}},
      {"cutover",
       {{"commands", {flip("freeze", "none"), close, sequences, look, flip("switch", "target")}}}},
      {"finalize", Json::object()}};
}

// How long all stages take on this machine, in milliseconds.
int TimeOfAll() {
  const StagedMigration migration("killed_never", LaterStages());
  const auto start = std::chrono::steady_clock::now();
  if (migration.Stage({"all"}).status != 0) throw std::runtime_error("not even unharmed");
  return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::steady_clock::now() - start)
                              .count());
}

// Kills `gonogo stage all` `kills` times in all, up to `each` times in one migration, and lets the
// next run finish each migration. Returns how often each stage was running.
std::map<std::string, int> KillAndFinish(int kills_wanted, int each) {
  std::mt19937 random(20261121);  // NOLINT(cert-msc51-cpp): the same parts in every run
  std::uniform_int_distribution<int> milliseconds(20, TimeOfAll());
  std::map<std::string, int> killed;
  for (int kills = 0; kills < kills_wanted;) {
    const StagedMigration migration("killed_" + std::to_string(kills), LaterStages());
    for (int i = 0; i < each && kills < kills_wanted; ++i) {
      if (migration.StageAllAndKill(milliseconds(random))) break;
      ++kills;
      ++killed[StageAtWork(migration.LedgerLines())];
      const bool has_report = std::filesystem::exists(migration.folder() + "/report.md");
      EXPECT_TRUE(has_report || migration.LedgerLines().lines.size() < 2);
    }
    const ProcessResult last = migration.Stage({"all"});
    EXPECT_EQ(last.status, 0) << last.output;
    const ProcessResult diff = migration.Diff();
    EXPECT_EQ(diff.status, 0) << diff.output;
  }
  return killed;
}

TEST(SlowKilled, StagesAreFinishedByTheNextRun) {
  EXPECT_FALSE(KillAndFinish(3, 3).empty()) << "no kill met a stage";
}

// Takes minutes: ctest label slow.
TEST(Slow, ThirtyKillsAreFinishedByTheNextRun) {
  const auto killed = KillAndFinish(30, 6);  // the later ones find less left to do
  for (const auto& [stage, times] : killed) RecordProperty(stage, times);
  EXPECT_GE(killed.size(), 4U) << "the kills should have met several stages";
}

}  // namespace
}  // namespace gonogo::testing_support
