// Results that passed, but are too old or of a state before that of the check which comes first.
#include "core/record/freshness.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/text/utc.h"
#include "tests/core/record/small_run.h"

namespace gonogo {
namespace {

constexpr const char* kStart = "2026-02-21T09:30:00.000Z";

std::string At(int minute) { return UtcText(*ParseUtc(kStart) + std::chrono::minutes(minute)); }

// A run in which check rows comes after check fence, and each case takes a minute.
class Freshness : public testing::Test {
 protected:
  Freshness() {
    evidence_.run.started = kStart;
    for (const char* check : {"fence", "rows"}) {
      evidence_.run.declared.push_back({.check = check, .subject = "all"});
      evidence_.run.about[check] = {};
    }
    evidence_.run.about["rows"].after = FirstCheck{.check = "fence"};
  }

  CaseResult& Add(const std::string& check, int minute, int sees = 0) {
    evidence_.cases.push_back({.check = check,
                               .subject = "all",
                               .outcome = {.examined = 1},
                               .started = At(minute),
                               .duration = std::chrono::minutes(1)});
    if (sees > 0) evidence_.cases.back().sees = At(sees);
    return evidence_.cases.back();
  }

  std::string Judged() {
    ExpireResults(evidence_);
    return VerdictText(Judge(evidence_));
  }

  Evidence evidence_;
};

TEST_F(Freshness, WhatWasReadAfterTheFirstCheckPassedCounts) {
  Add("fence", 0);
  Add("rows", 2, 1);
  EXPECT_EQ(Judged(), "GO\n");
}

TEST_F(Freshness, ASnapshotOfBeforeDoesntCountHoweverLateItIsRead) {
  Add("fence", 1);
  Add("rows", 30);
  EXPECT_EQ(Judged(),
            "NO-GO (could not decide)\nNOT RUN rows.all: it read the state of "
            "2026-02-21T09:30:00.000Z, but check fence, after which it comes, passed at "
            "2026-02-21T09:32:00.000Z: run it again\n");
}

TEST_F(Freshness, TheFirstCheckMustHaveRun) {
  Add("rows", 2, 1);
  EXPECT_EQ(
      Judged(),
      "NO-GO (could not decide)\nfence.all did not run\nNOT RUN rows.all: it comes after check "
      "fence, which hasn't passed\n");
}

TEST_F(Freshness, TheFirstCheckMustHavePassed) {
  Add("fence", 0).outcome.findings = {{"a session", "writes", "none"}};
  Add("rows", 2, 1);
  EXPECT_EQ(Judged(),
            "NO-GO\nFAIL fence.all: a session: have writes, want none\nNOT RUN rows.all: it comes "
            "after check fence, which hasn't passed\n");
}

TEST_F(Freshness, AllItsCasesMustHavePassedBefore) {
  evidence_.run.declared.push_back({.check = "fence", .subject = "other"});
  Add("fence", 0);
  Add("rows", 2, 1);
  Add("fence", 2).subject = "other";
  EXPECT_EQ(Judged(),
            "NO-GO (could not decide)\nNOT RUN rows.all: it read the state of "
            "2026-02-21T09:31:00.000Z, but check fence, after which it comes, passed at "
            "2026-02-21T09:33:00.000Z: run it again\n");
}

TEST_F(Freshness, WhatFailedFailsAtAnyTime) {
  Add("fence", 1);
  Add("rows", 2).outcome.findings = {{"t", "1 row", "2 rows"}};
  EXPECT_EQ(Judged(), "NO-GO\nFAIL rows.all: t: have 1 row, want 2 rows\n");
}

TEST_F(Freshness, ARunOfSelectedChecksSaysThatItLacksTheFirst) {
  std::erase_if(evidence_.run.declared, [](const auto& one) { return one.check == "fence"; });
  Add("rows", 0);
  EXPECT_EQ(Judged(), "GO\nremark: check rows comes after check fence, which isn't in this run\n");
}

TEST_F(Freshness, AnEarlierRunOfTheStageCounts) {
  std::erase_if(evidence_.run.declared, [](const auto& one) { return one.check == "fence"; });
  evidence_.run.about["rows"].after = FirstCheck{"fence", At(-1), "earlier"};
  Add("rows", 0);
  EXPECT_EQ(Judged(), "GO\n");
  evidence_.run.about["rows"].after->passed = At(1);
  EXPECT_EQ(Judged().substr(0, 40), "NO-GO (could not decide)\nNOT RUN rows.al");
}

class MaxAge : public Freshness {
 protected:
  MaxAge() {
    evidence_.run.about["rows"].after.reset();
    evidence_.run.about["fence"].max_age = std::chrono::minutes(30);
  }
};

TEST_F(MaxAge, AResultMustNotBeOlderAtTheEnd) {
  Add("fence", 0);
  Add("rows", 29);
  EXPECT_EQ(Judged(), "GO\n");
  evidence_.cases.back().duration += std::chrono::milliseconds(1);
  EXPECT_EQ(
      Judged(),
      "NO-GO (could not decide)\nNOT RUN fence.all: its result of 2026-02-21T09:30:00.000Z was "
      "30 min old at 2026-02-21T10:00:00.001Z, but counts for 30 min: run it again\n");
}

TEST_F(MaxAge, TheEndOfAMergedRunIsWhenItWasMerged) {
  Add("fence", 0);
  Add("rows", 1);
  evidence_.run.merged = At(31);
  EXPECT_EQ(Judged().substr(0, 24), "NO-GO (could not decide)");
}

TEST_F(MaxAge, AllCountUntilTheFirstNoLongerDoes) {
  EXPECT_EQ(CountsUntil(evidence_), "");
  Add("fence", 5);
  Add("rows", 0);
  EXPECT_EQ(CountsUntil(evidence_), At(35));
  evidence_.run.about["rows"].max_age = std::chrono::minutes(20);
  EXPECT_EQ(CountsUntil(evidence_), At(20));
}

TEST_F(MaxAge, TextThatIsNoTimeIsRefused) {
  Add("fence", 0).started = "yesterday";
  EXPECT_THROW(ExpireResults(evidence_), PlanError);
}

}  // namespace
}  // namespace gonogo
