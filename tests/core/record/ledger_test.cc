// Which stages and steps of a ledger still count, and how its lines are read and written.
#include "core/record/ledger.h"

#include <gtest/gtest.h>

#include <map>

#include "core/error.h"
#include "core/json/json.h"

namespace gonogo {
namespace {

const std::vector<PlannedStage> kPlanned = {
    {Phase::kPreflight, "d1"}, {Phase::kSchema, "d1"}, {Phase::kBackfill, "d1"}};

class LedgerTest : public testing::Test {
 protected:
  void Begin(Phase stage, const std::string& digest = "d1", bool afresh = false) {
    Json details = {{"stage_digest", digest}};
    if (afresh) details["afresh"] = true;
    ledger_.lines.push_back(
        {.event = LedgerEvent::kStageBegan, .stage = stage, .details = details});
  }
  void End(Phase stage, int status = 0) {
    ledger_.lines.push_back({.event = LedgerEvent::kStageEnded,
                             .stage = stage,
                             .details = {{"status", status}, {"outcome", "GO"}}});
  }
  void Step(LedgerEvent event, const std::string& step) {
    ledger_.lines.push_back({.event = event, .stage = Phase::kBackfill, .step = step});
  }
  void Do(Phase stage) {
    Begin(stage);
    End(stage);
  }
  std::vector<Phase> CompletedStages() const { return ledger_.CompletedStages(kPlanned); }

  Ledger ledger_;
};

TEST_F(LedgerTest, NoStageIsCompletedInAnEmptyOne) { EXPECT_TRUE(CompletedStages().empty()); }

TEST_F(LedgerTest, StagesThatPassedInOrderAreCompleted) {
  Do(Phase::kPreflight);
  Do(Phase::kSchema);
  EXPECT_EQ(CompletedStages(), (std::vector{Phase::kPreflight, Phase::kSchema}));
}

TEST_F(LedgerTest, AStageWithoutAnEndIsNotCompleted) {
  Do(Phase::kPreflight);
  Begin(Phase::kSchema);
  EXPECT_EQ(CompletedStages(), std::vector{Phase::kPreflight});
}

TEST_F(LedgerTest, AStageThatPassedAndThenBeganAgainIsNotCompleted) {
  Do(Phase::kPreflight);
  Begin(Phase::kPreflight);
  EXPECT_TRUE(CompletedStages().empty());
}

TEST_F(LedgerTest, AStageThatFailedIsNotCompleted) {
  Begin(Phase::kPreflight);
  End(Phase::kPreflight, 1);
  EXPECT_TRUE(CompletedStages().empty());
}

TEST_F(LedgerTest, AStageUnderAnotherDigestIsNotCompleted) {
  Begin(Phase::kPreflight, "d2");
  End(Phase::kPreflight);
  EXPECT_TRUE(CompletedStages().empty());
}

TEST_F(LedgerTest, AStageIsNotCompletedIfAnEarlierOneRanSince) {
  Do(Phase::kPreflight);
  Do(Phase::kSchema);
  Do(Phase::kPreflight);
  EXPECT_EQ(CompletedStages(), std::vector{Phase::kPreflight});
}

TEST_F(LedgerTest, AStepHasTheStateOfItsLastLine) {
  Begin(Phase::kBackfill);
  Step(LedgerEvent::kStepBegan, "a");
  Step(LedgerEvent::kStepDone, "a");
  Step(LedgerEvent::kStepBegan, "b");
  const auto steps = ledger_.Steps(Phase::kBackfill);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps.at("a").event, LedgerEvent::kStepDone);
  EXPECT_EQ(steps.at("b").event, LedgerEvent::kStepBegan);
  EXPECT_TRUE(ledger_.Steps(Phase::kSchema).empty());
}

TEST_F(LedgerTest, StepsCountUntilTheStageIsBegunAfresh) {
  Begin(Phase::kBackfill);
  Step(LedgerEvent::kStepDone, "a");
  Begin(Phase::kBackfill);
  EXPECT_EQ(ledger_.Steps(Phase::kBackfill).size(), 1U);
  Begin(Phase::kBackfill, "d1", true);
  EXPECT_TRUE(ledger_.Steps(Phase::kBackfill).empty());
}

LedgerLine SomeLine() {
  return {.event = LedgerEvent::kStepDone,
          .stage = Phase::kBackfill,
          .step = "public.users",
          .at = "2026-02-21T09:30:00.123Z",
          .offset = std::chrono::milliseconds(4321),
          .details = {{"rows", 7}}};
}

TEST(LedgerLines, AreReadAsTheyWereWritten) {
  const std::string text = ToText(ToJson(SomeLine())) + "\n";
  EXPECT_EQ(text, R"({"event":"step done","stage":"backfill","step":"public.users",)"
                  R"("at":"2026-02-21T09:30:00.123Z","t_offset_ms":4321,"details":{"rows":7}})"
                  "\n");
  const Ledger read = ParseLedger(text, "ledger.jsonl");
  ASSERT_EQ(read.lines.size(), 1U);
  EXPECT_EQ(ToText(ToJson(read.lines[0])) + "\n", text);
}

TEST(LedgerLines, WithoutANewlineAreIgnored) {
  const std::string text = ToText(ToJson(SomeLine())) + "\n";
  EXPECT_EQ(ParseLedger(text + text.substr(0, 20), "ledger.jsonl").lines.size(), 1U);
  EXPECT_TRUE(ParseLedger("{\"event\"", "ledger.jsonl").lines.empty());
}

TEST(LedgerLines, ThatAreInvalidAreRefusedWithTheirNumber) {
  const std::string text = ToText(ToJson(SomeLine())) + "\n{\"event\": \"lunch\"}\n";
  try {
    ParseLedger(text, "ledger.jsonl");
    FAIL() << "was read";
  } catch (const PlanError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("ledger.jsonl:2: ")) << error.what();
  }
}

TEST(LedgerLines, WhoseTimeRunsBackwardsAreRefused) {
  LedgerLine line = SomeLine();
  const std::string first = ToText(ToJson(line)) + "\n";
  line.at = "2026-02-21T09:29:00.123Z";  // by another host, whose clock is a minute behind
  EXPECT_EQ(ParseLedger(first + ToText(ToJson(line)) + "\n", "l.jsonl").lines.size(), 2U);
  for (const auto& [at, message] : std::map<std::string, std::string>{
           {"2026-02-21T09:29:00.122Z",
            "l.jsonl:2: invalid ledger line: it is of 2026-02-21T09:29:00.122Z, but the line "
            "before it is of 2026-02-21T09:30:00.123Z: a clock was set back"},
           {"yesterday",
            "l.jsonl:2: invalid ledger line: \"at\" must be a UTC time, not \"yesterday\""}}) {
    line.at = at;
    try {
      ParseLedger(first + ToText(ToJson(line)) + "\n", "l.jsonl");
      FAIL() << "was read: " << at;
    } catch (const PlanError& error) {
      EXPECT_EQ(error.what(), message);
    }
  }
}

TEST(LedgerLines, WithAKeyTwiceAreRefused) {
  std::string text = ToText(ToJson(SomeLine())) + "\n";
  text.insert(text.find("\"rows\""), "\"rows\":1,");
  EXPECT_THROW(ParseLedger(text, "ledger.jsonl"), PlanError);
}

TEST_F(LedgerTest, ALookUndoesNothingAndIsTheLastResult) {
  Do(Phase::kPreflight);
  Do(Phase::kSchema);
  for (const LedgerEvent event : {LedgerEvent::kLookBegan, LedgerEvent::kLookEnded}) {
    ledger_.lines.push_back(
        {.event = event, .stage = Phase::kPreflight, .details = {{"status", 1}}});
  }
  EXPECT_EQ(CompletedStages(), (std::vector{Phase::kPreflight, Phase::kSchema}));
  EXPECT_EQ(ledger_.LastResult(Phase::kPreflight), &ledger_.lines.back());
  EXPECT_EQ(ledger_.LastResult(Phase::kSchema)->event, LedgerEvent::kStageEnded);
  EXPECT_EQ(ledger_.LastResult(Phase::kBackfill), nullptr);
}

TEST_F(LedgerTest, ARollbackUndoesTheStagesFromDualWriteOn) {
  const std::vector<PlannedStage> planned = {
      {Phase::kGate, "d1"}, {Phase::kDualWrite, "d1"}, {Phase::kCutover, "d1"}};
  for (const auto& [stage, digest] : planned) Do(stage);
  EXPECT_EQ(ledger_.CompletedStages(planned).size(), 3U);
  Begin(Phase::kRollback);
  EXPECT_EQ(ledger_.CompletedStages(planned), std::vector{Phase::kGate});
  Do(Phase::kDualWrite);
  EXPECT_EQ(ledger_.CompletedStages(planned), (std::vector{Phase::kGate, Phase::kDualWrite}));
}

TEST_F(LedgerTest, HasTheLastBackupAndBaselineThatPreflightNoted) {
  EXPECT_FALSE(ledger_.LastBackup());
  EXPECT_FALSE(ledger_.LastBaseline());
  const auto end = [this](const Json& facts) {
    ledger_.lines.push_back({.event = LedgerEvent::kStageEnded,
                             .stage = Phase::kPreflight,
                             .details = {{"status", 0}, {"facts", facts}}});
  };
  end({{"backup", ToJson(BackupFacts{.folder = "backup/1", .sha256 = "d1"})},
       {"baseline", ToJson(BaselineFacts{.file = "baseline.json", .digest = "b1"})}});
  end({{"backup", ToJson(BackupFacts{.folder = "backup/2", .sha256 = "d2"})}});
  end({{"free_bytes", 9}});
  EXPECT_EQ(ledger_.LastBackup().value().folder, "backup/2");
  EXPECT_EQ(ledger_.LastBaseline().value().digest, "b1");
}

TEST_F(LedgerTest, StepsAreNoLongerInForceAfterAnEarlierStageOrARollback) {
  Begin(Phase::kBackfill);
  Step(LedgerEvent::kStepBegan, "one");
  EXPECT_EQ(ledger_.StepsInForce(Phase::kBackfill).size(), 2U);
  Begin(Phase::kGate);
  EXPECT_EQ(ledger_.StepsInForce(Phase::kBackfill).size(), 2U);
  Begin(Phase::kSchema);
  EXPECT_TRUE(ledger_.StepsInForce(Phase::kBackfill).empty());
  Step(LedgerEvent::kStepBegan, "two");
  Begin(Phase::kRollback);
  EXPECT_TRUE(ledger_.StepsInForce(Phase::kBackfill).empty());
}

}  // namespace
}  // namespace gonogo
