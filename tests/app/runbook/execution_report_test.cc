// report.md is written while stages run: it says what they wait for, and what is left of the
// window.
#include <gtest/gtest.h>

#include <string>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/migrations/rehearsed_ledger.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

// A window that is open, and the ledger of a rehearsal in which schema took 90 s.
void AddWindow(const StagedMigration& migration) {
  const std::string file = migration.scratch().Path("plan.json");
  Json plan = Json::parse(ReadTextFile(file));
  plan["window"] = {{"from", "2020-01-01T00:00Z"}, {"until", "2120-01-01T00:00Z"}};
  plan["checks"].push_back({{"id", "rehearsal"},
                            {"gate", "rehearsal_evidence"},
                            {"phases", {"rollback"}},
                            {"ledger", "rehearsal.jsonl"}});
  migration.scratch().File("plan.json", ToText(plan, 2));
  migration.scratch().File(
      "rehearsal.jsonl",
      RehearsedLedger("small", {{.stage = Phase::kSchema, .took = std::chrono::seconds(90)}}));
}

// Runs the stage on a terminal, waits until the report says that it waits, keeps that report, and
// types something else than the phrase.
constexpr const char* kWaitAndRefuse = R"sh(
  mkfifo "$scratch/typed"
  script -qefc "'$gonogo' stage schema --plan '$scratch/plan.json' --out '$scratch/migration'" \
    /dev/null <"$scratch/typed" >"$scratch/shown" 2>&1 &
  pid=$!
  exec 3>"$scratch/typed"
  until grep -q 'waits for a person' "$scratch/migration/report.md"; do
    kill -0 $pid || exit 99
    sleep 0.05
  done
  cp "$scratch/migration/report.md" "$scratch/waiting.md"
  echo 'something else' >&3
  wait $pid
)sh";

bool Has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(ExecutionReport, IsThereWhileAStageWaitsForAPerson) {
  const StagedMigration migration("stage_waits", {{"schema", {{"confirm", "MAKE TABLES"}}}});
  AddWindow(migration);
  ASSERT_EQ(migration.Stage({"preflight"}).status, 0);
  const ProcessResult run =
      RunCommand({.words = {"bash", "-c", kWaitAndRefuse},
                  .environment = {{"gonogo", GONOGO_PROGRAM},
                                  {"scratch", migration.scratch().Path("")},
                                  {"SRC_DB_URL", migration.databases().SourceUrl()},
                                  {"TGT_DB_URL", migration.databases().TargetUrl()}}});
  EXPECT_EQ(run.status, 2) << run.output;
  const std::string waiting = ReadTextFile(migration.scratch().Path("waiting.md"));
  EXPECT_TRUE(Has(waiting, "- state: stage schema waits for a person to confirm it\n")) << waiting;
  EXPECT_TRUE(Has(waiting, "| preflight | GO |")) << waiting;
  EXPECT_TRUE(Has(waiting, "/stage_waits, PostgreSQL 1")) << waiting;
  EXPECT_TRUE(Has(waiting,
                  "- left to do: schema 2 min 15 s; not rehearsed: no time is known for backfill, "
                  "verify, gate\n"))
      << waiting;
  EXPECT_TRUE(Has(waiting,
                  "rehearsal.jsonl, of another version of the plan; its times count "
                  "150 %\n"))
      << waiting;
  EXPECT_TRUE(Has(waiting, "- turn back by: the plan has no stage rollback\n")) << waiting;
  const std::string refused = ReadTextFile(migration.folder() + "/report.md");
  EXPECT_FALSE(Has(refused, "waits for a person")) << refused;
}

}  // namespace
}  // namespace gonogo::testing_support
