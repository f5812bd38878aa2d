// Memory has a date: what passed long ago opens no stage, and `stage all` looks again.
#include <gtest/gtest.h>

#include <chrono>

#include "core/json/json.h"
#include "tests/support/chained_lines.h"
#include "tests/support/migrations/moved_times.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

// A migration whose stages are all done.
class Aged : public testing::Test {
 protected:
  explicit Aged(const std::string& name = "aged", const Json& more = Json::object())
      : migration_(name, more) {}

  void Age(std::chrono::hours by) const {
    const std::string text = ReadFile(migration_.folder() + "/ledger.jsonl");
    migration_.scratch().File("migration/ledger.jsonl", Chained(TimesMoved(text, -by)));
  }
  ProcessResult All(const Words& more = {}) const {
    Words words = {"all"};
    words.insert(words.end(), more.begin(), more.end());
    return migration_.Stage(words);
  }
  // The result comes after the progress, which is on standard error.
  Json AllAsJson(Words more = {}) const {
    more.push_back("--json");
    const std::string output = "\n" + All(more).output;
    return ParseJson(output.substr(output.rfind("\n{\n")));
  }
  // Accepts that rows of notes are missing, until that day.
  void Waive(const std::string& until) const {
    for (const char* check : {"row_count", "row_checksum"}) {
      RunGonogo({"waive", "--plan", migration_.scratch().Path("plan.json"), "--out",
                 migration_.folder(), "--check", check, "--subject", "public.notes", "--finding",
                 "*", "--yes", "--reason", "not needed", "--owner", "the team", "--until", until});
    }
  }
  std::size_t Lines() const { return migration_.LedgerLines().lines.size(); }

  StagedMigration migration_;
};

TEST_F(Aged, NothingToDoSaysHowOldItIs) {
  ASSERT_EQ(All().status, 0);
  const std::size_t lines = Lines();
  Age(std::chrono::hours(3));
  const ProcessResult again = All();
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "every stage of small is done and GO")) << again.output;
  EXPECT_TRUE(OutputHas(again, "  gate: GO 3 h 0 min ago (")) << again.output;
  EXPECT_EQ(Lines(), lines) << "nothing is due";
  EXPECT_TRUE(OutputHas(All({"--dry-run"}), "dry run: nothing is left to do"));
  const Json would = AllAsJson({"--dry-run"});
  EXPECT_EQ(would.at("dry_run"), true);
  EXPECT_TRUE(would.at("would").at("run").empty());
  const Json result = AllAsJson();
  EXPECT_EQ(result.at("verdict"), "GO");
  EXPECT_TRUE(result.at("stages").empty());
  EXPECT_EQ(result.at("relies_on").back().at("stage"), "gate");
  EXPECT_EQ(result.at("relies_on").back().at("max_age_minutes"), 24 * 60);
}

TEST_F(Aged, NothingToDoLooksAgain) {
  ASSERT_EQ(All().status, 0);
  Age(std::chrono::hours(25));
  const ProcessResult again = All();
  EXPECT_EQ(again.status, 0) << again.output;
  EXPECT_TRUE(OutputHas(again, "stage gate  looks again")) << again.output;
  EXPECT_TRUE(OutputHas(again, "  gate: GO 0 s ago") || OutputHas(again, "  gate: GO 1 s ago"))
      << again.output;
  EXPECT_EQ(migration_.LedgerLines().lines.back().event, LedgerEvent::kLookEnded);
}

// Months later, the target has lost a table's rows.
TEST_F(Aged, WhatIsWrongNowIsFound) {
  ASSERT_EQ(All().status, 0);
  Age(std::chrono::hours(8016));
  migration_.databases().OnTarget("TRUNCATE public.notes");
  const ProcessResult dry = All({"--dry-run"});
  EXPECT_TRUE(OutputHas(dry, "stage gate, dry run: would look again: ")) << dry.output;
  for (int run = 0; run < 2; ++run) {
    const ProcessResult again = All();
    EXPECT_EQ(again.status, 1) << again.output;
    EXPECT_FALSE(OutputHas(again, "every stage of small is done")) << again.output;
  }
  const Json result = AllAsJson();
  EXPECT_EQ(result.at("verdict"), "NO-GO");
  EXPECT_EQ(result.at("stages").at(0).at("look"), true);
  migration_.databases().OnTarget(
      "INSERT INTO public.notes SELECT 'note ' || n FROM generate_series(1, 1000) AS n");
  EXPECT_EQ(All().status, 0);
}

using SlowAged = Aged;

// A row is missing, and a waiver accepts that until somebody takes it back.
TEST_F(SlowAged, AGateOnAWaiverCountsAsLongAsTheWaiver) {
  ASSERT_EQ(All({"--until", "backfill"}).status, 0);
  migration_.databases().OnTarget("DELETE FROM public.notes WHERE body = 'note 1'");
  ASSERT_EQ(All().status, 1);
  Waive("2099-12-31");
  ASSERT_EQ(All().status, 0);
  EXPECT_TRUE(OutputHas(All(), "every stage of small is done and GO"));
  Waive("2020-12-31");
  const ProcessResult again = All();
  EXPECT_EQ(again.status, 1) << again.output;
  EXPECT_TRUE(OutputHas(again, "stage verify  looks again")) << again.output;
}

TEST_F(SlowAged, AGateThatWasNotStrictIsLookedAtAgain) {
  ASSERT_EQ(All().status, 0);
  const ProcessResult strict = All({"--strict"});
  EXPECT_TRUE(OutputHas(strict, "stage gate  looks again")) << strict.output;
}

class AgedBeforeCutover : public Aged {
 protected:
  AgedBeforeCutover() : Aged("aged_cutover", {{"cutover", Json::object()}}) {}
};

TEST_F(AgedBeforeCutover, AnOldGateDoesNotOpenIt) {
  ASSERT_EQ(All({"--until", "gate"}).status, 0);
  Age(std::chrono::hours(25));
  const ProcessResult cutover = migration_.Stage({"cutover"});
  EXPECT_EQ(cutover.status, 2) << cutover.output;
  EXPECT_TRUE(OutputHas(cutover,
                        "stage cutover needs stage gate, which passed 25 h 0 min ago, but counts "
                        "for 24 h: run `gonogo stage gate --plan "))
      << cutover.output;
  const ProcessResult gate = migration_.Stage({"gate"});
  EXPECT_EQ(gate.status, 0) << gate.output;
  EXPECT_TRUE(OutputHas(gate, "stage gate  looks again")) << gate.output;
  EXPECT_EQ(migration_.Stage({"cutover"}).status, 0);
}

using SlowAgedBeforeCutover = AgedBeforeCutover;

TEST_F(SlowAgedBeforeCutover, AllLooksAtTheGateBeforeIt) {
  ASSERT_EQ(All({"--until", "gate"}).status, 0);
  Age(std::chrono::hours(25));
  migration_.databases().OnTarget("TRUNCATE public.notes");
  EXPECT_EQ(All().status, 1);
  EXPECT_EQ(migration_.LedgerLines().Last(LedgerEvent::kStageBegan, Phase::kCutover), nullptr);
}

// The ledger says that the gate will pass next year.
TEST_F(Aged, AResultFromTheFutureIsAnError) {
  ASSERT_EQ(All().status, 0);
  Age(std::chrono::hours(-8760));
  const ProcessResult again = All();
  EXPECT_EQ(again.status, 2) << again.output;
  EXPECT_TRUE(OutputHas(again, "a clock is wrong")) << again.output;
}

TEST_F(SlowAged, AChangeOfAStepIsNamed) {
  ASSERT_EQ(All().status, 0);
  migration_.RewriteStep("indexes.sql", "CREATE INDEX other ON public.entries (account_id);\n");
  const ProcessResult again = migration_.Stage({"backfill"});
  EXPECT_EQ(again.status, 2) << again.output;
  EXPECT_TRUE(OutputHas(again, "stage schema, which ran before a change of steps/indexes.sql"))
      << again.output;
  EXPECT_NE(All().status, 0);
}

}  // namespace
}  // namespace gonogo::testing_support
