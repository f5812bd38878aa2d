// gonogo watch compares both sides while they are written: lag isn't drift, persistent differences
// are.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "core/json/json.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kNote = "INSERT INTO public.owners (id, name) VALUES (900001, 'late')";

// Calls `act` in another thread after so many milliseconds.
class Later {
 public:
  Later(int milliseconds, std::function<void()> act)
      : thread_([milliseconds, act = std::move(act)] {
          std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
          act();
        }) {}
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;
  ~Later() { thread_.join(); }

 private:
  std::thread thread_;
};

class WatchTest : public testing::Test {
 protected:
  void SetUp() override {
    const ProcessResult all = migration_.Stage({"all"});
    ASSERT_EQ(all.status, 0) << all.output;
  }

  ProcessResult Watch(Words words) const {
    Words all = {"watch", "--plan", migration_.scratch().Path("plan.json")};
    all.insert(all.end(), words.begin(), words.end());
    return RunGonogo(all, {{"SRC_DB_URL", migration_.databases().SourceUrl()},
                           {"TGT_DB_URL", migration_.databases().TargetUrl()}});
  }
  void OnSource(const std::string& sql) const { migration_.databases().OnSource(sql); }
  void OnTarget(const std::string& sql) const { migration_.databases().OnTarget(sql); }

  const StagedMigration migration_{"watched"};
};

TEST_F(WatchTest, EqualSidesAreGo) {
  const ProcessResult run = Watch({"--for", "0s", "--recheck", "0s"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "round 1: 4 relations equal, 0 rows lagged\nGO\n")) << run.output;
}

TEST_F(WatchTest, PersistentDriftIsNoGoAndNamed) {
  OnTarget("DELETE FROM public.notes WHERE body = 'note 7'");
  OnTarget("UPDATE public.entries SET amount = 0 WHERE id IN (5, 6)");
  const std::string series = migration_.scratch().Path("series.jsonl");
  const ProcessResult run = Watch({"--for", "0s", "--recheck", "0s", "--out", series});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "public.notes: 1 row missing")) << run.output;
  EXPECT_TRUE(OutputHas(run, "public.entries: 2 rows different")) << run.output;
  const Json round = ParseJson(ReadFile(series));
  EXPECT_EQ(round.at("green"), false);
  EXPECT_EQ(round.at("compared"), 4);
  EXPECT_EQ(round.at("drift").at("public.entries").at("different"), 2);
  EXPECT_EQ(round.at("drift").size(), 2U);
}

TEST_F(WatchTest, ARowThatArrivesDuringTheRecheckOnlyLagged) {
  OnSource(kNote);
  const Later arrives(1500, [this] { OnTarget(kNote); });
  const ProcessResult run = Watch({"--for", "0s", "--recheck", "20s"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "4 relations equal, 1 row lagged")) << run.output;
}

TEST_F(WatchTest, EndsAfterUntilGreenRounds) {
  OnSource(kNote);
  const Later arrives(1200, [this] { OnTarget(kNote); });
  const ProcessResult run =
      Watch({"--every", "1s", "--for", "1m", "--until-green", "2", "--recheck", "0s"});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "public.owners: 1 row missing")) << run.output;
}

using SlowWatchTest = WatchTest;

TEST_F(SlowWatchTest, TooFewGreenRoundsAreNoGo) {
  const ProcessResult run = Watch({"--every", "1s", "--for", "0s", "--until-green", "2"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "1 green round in a row at the end, want 2")) << run.output;
}

TEST_F(WatchTest, ARelationThatCannotBeComparedIsUndecided) {
  OnTarget("DROP TABLE public.notes");
  const ProcessResult run = Watch({"--for", "0s", "--recheck", "0s"});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "couldn't compare")) << run.output;
}

TEST(DualWriteStage, KeepsItsSeriesAndFailsIfDriftPersists) {
  const Json stage = {{"dual-write", {{"every_s", 1}, {"for_s", 1}, {"recheck_s", 0}}}};
  const StagedMigration migration("dual_write", stage);
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  migration.databases().OnTarget("DELETE FROM public.notes WHERE body = 'note 7'");
  const ProcessResult run = migration.Stage({"dual-write"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "drift persists")) << run.output;
  const Ledger ledger = migration.LedgerLines();
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, Phase::kDualWrite);
  EXPECT_GE(ended->details.at("facts").at("rounds"), 1);
  const std::string series = ended->details.at("facts").at("series");
  EXPECT_TRUE(std::filesystem::exists(migration.folder() + "/" + series));
}

}  // namespace
}  // namespace gonogo::testing_support
