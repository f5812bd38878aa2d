// The whole runbook of credity with its sample application. Faults caused on purpose are reported
// and repaired, and the evidence is complete.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/record/ledger.h"
#include "stages/ledger/ledger_file.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/migrations/stage_outcomes.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

std::int64_t FilesIn(const fs::path& folder, const std::string& part) {
  std::int64_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename().string().find(part) != std::string::npos) ++count;
  }
  return count;
}

TEST(Slow, RehearsalDoesTheWholeRunbookOfCredity) {
  const Scratch scratch;
  const fs::path out = scratch.Path("rehearsal");
  const ProcessResult run = RunGonogo(
      {"rehearse", "--plan", GONOGO_SOURCE_DIR "/plans/credity/plan.json", "--out", out.string()});
  ASSERT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("GO  the target has every write of the application: credity-issuer"),
            std::string::npos);
  EXPECT_TRUE(OutputHas(run, "\nrehearsed: credity  GO  ")) << run.output;
  EXPECT_TRUE(OutputHas(run, " s  " + (out / "report.html").string() + "\n")) << run.output;
  EXPECT_FALSE(OutputHas(run, "  PASS ")) << "only --verbose prints these";

  const Ledger ledger = ReadLedger(out / "ledger.jsonl");
  EXPECT_EQ(
      StageOutcomes(ledger),
      (std::vector<std::string>{"preflight GO", "schema GO", "backfill GO", "verify GO", "gate GO",
                                "dual-write NO-GO", "dual-write GO", "cutover GO", "rollback GO",
                                "dual-write GO", "cutover GO", "finalize GO"}));
  const Json& rollback =
      ledger.Last(LedgerEvent::kStageEnded, Phase::kRollback)->details.at("facts");
  EXPECT_EQ(rollback.at("rehearsed"), true);
  EXPECT_GT(rollback.at("rows"), 0);
  EXPECT_LT(rollback.at("took_ms"), 15 * 60'000);

  for (const char* artifact :
       {"src-rowcounts-", "tgt-rowcounts-", "rowcount-diff-", "tgt-state-store-",
        "src-method-exact-", "tgt-method-exact-", "method-diff-exact-", "state-store-gate-"}) {
    EXPECT_GE(FilesIn(out / "runs", artifact), 1) << artifact;
  }
  EXPECT_GE(FilesIn(out / "runs", "verdict.json"), 10);
  EXPECT_EQ(FilesIn(out / "watch", ".jsonl"), 3);
  EXPECT_EQ(FilesIn(out / "watch", "reconcile-"), 1);
  EXPECT_GE(FilesIn(out / "rollback", ".sql"), 1);
  EXPECT_EQ(FilesIn(out / "backup", "SHA256SUMS"), 2);
}

TEST(Slow, RehearsalUpToAStageRunsEachStageOnce) {
  const Scratch scratch;
  const fs::path out = scratch.Path("rehearsal");
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", GONOGO_SOURCE_DIR "/plans/credity/plan.json", "--until",
                 "gate", "--out", out.string()});
  ASSERT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "\nrehearsed: credity up to gate  GO  ")) << run.output;
  EXPECT_EQ(StageOutcomes(ReadLedger(out / "ledger.jsonl")),
            (std::vector<std::string>{"preflight GO", "schema GO", "backfill GO", "verify GO",
                                      "gate GO"}));
}

TEST(Rehearse, RefusesToEndAfterAStageThatThePlanDoesNotHave) {
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", GONOGO_SOURCE_DIR "/plans/mandate-008/plan.json", "--until",
                 "backfill", "--out", Scratch().Path("rehearsal")});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "backfill")) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
