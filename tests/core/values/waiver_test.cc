// Which cases a waiver covers, when it is in force, and which lines are invalid.
#include "core/values/waiver.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

Waiver Recorded(const std::string& subject, const std::string& digest = "this",
                const std::string& reason = "rebuilt at night") {
  return {.check = "rows",
          .subject = subject,
          .reason = reason,
          .owner = "the team",
          .until = "2026-12-31",
          .finding = "*",
          .at = "2026-02-21T09:30:00.000Z",
          .plan = "moving",
          .plan_digest = digest};
}

bool Covers(const std::string& pattern, const std::string& subject) {
  return gonogo::Covers(Recorded(pattern), "rows", subject);
}

TEST(Waiver, CoversTheSubjectItNames) {
  EXPECT_TRUE(Covers("public.users", "public.users"));
  EXPECT_FALSE(Covers("public.users", "public.users2"));
  EXPECT_FALSE(Covers("public.users", "public.user"));
  EXPECT_FALSE(gonogo::Covers(Recorded("public.users"), "sums", "public.users"));
}

TEST(Waiver, CoversTheSubjectsThatItsPatternMatches) {
  EXPECT_TRUE(Covers("*", "public.users"));
  EXPECT_TRUE(Covers("public.*", "public.users"));
  EXPECT_TRUE(Covers("*.users", "public.users"));
  EXPECT_TRUE(Covers("p*.*s", "public.users"));
  EXPECT_FALSE(Covers("public.*", "publicxusers"));
  EXPECT_FALSE(Covers("*.users", "public.users.id"));
  EXPECT_FALSE(Covers("p*k*", "public.users"));
}

// In SQL names these are ordinary characters.
TEST(Waiver, HasNoPatternCharacterButTheStar) {
  EXPECT_FALSE(Covers("public.user?", "public.users"));
  EXPECT_FALSE(Covers("public.[tu]sers", "public.users"));
  EXPECT_TRUE(Covers("a[b]?", "a[b]?"));
}

TEST(Waiver, IsInForceUntilTheEndOfItsLastDay) {
  Waiver waiver = Recorded("*");
  EXPECT_FALSE(IsExpired(waiver, "2026-12-31T23:59:59.999Z"));
  EXPECT_TRUE(IsExpired(waiver, "2027-01-01T00:00:00.000Z"));
  EXPECT_TRUE(IsExpired(waiver, "soon"));
}

TEST(Waiver, ThatWasRecordedIsForOneVersionOfThePlan) {
  EXPECT_FALSE(IsOfAnotherPlan(Recorded("*", "this"), "this"));
  EXPECT_TRUE(IsOfAnotherPlan(Recorded("*", "another"), "this"));
  EXPECT_FALSE(IsOfAnotherPlan({.check = "rows", .subject = "*"}, "this"));
}

TEST(Waivers, AreReplacedByNewerOnesForTheSameSubject) {
  const std::vector<Waiver> counting = EffectiveWaivers(
      {}, {Recorded("a", "this", "first"), Recorded("b"), Recorded("a", "this", "second")},
      "moving", "this");
  ASSERT_EQ(counting.size(), 2);
  EXPECT_EQ(counting[0].reason, "second");
  EXPECT_EQ(counting[1].subject, "b");
}

TEST(Waivers, ForThisVersionBeatNewerOnesForAnother) {
  const std::vector<Waiver> counting =
      EffectiveWaivers({}, {Recorded("a"), Recorded("a", "another")}, "moving", "this");
  ASSERT_EQ(counting.size(), 1);
  EXPECT_EQ(counting[0].plan_digest, "this");
}

TEST(Waivers, OfThePlanAndRecordedOnesApplyButNotThoseOfOtherPlans) {
  Waiver of_plan = Recorded("a");
  of_plan.at = of_plan.plan = of_plan.plan_digest = "";
  Waiver foreign = Recorded("b");
  foreign.plan = "staying";
  const std::vector<Waiver> expected = {of_plan, Recorded("a")};
  EXPECT_EQ(EffectiveWaivers({of_plan}, {Recorded("a"), foreign}, "moving", "this"), expected);
}

TEST(Waivers, ForOtherFindingsAreOthers) {
  Waiver other = Recorded("a");
  other.finding = "b*";
  Waiver seen = Recorded("a");
  seen.finding = "";
  seen.seen_in = "r1";
  Waiver seen_again = seen;
  seen_again.seen_in = "r2";
  const std::vector<Waiver> expected = {Recorded("a"), other, seen_again};
  EXPECT_EQ(EffectiveWaivers({}, {Recorded("a"), other, seen, seen_again}, "moving", "this"),
            expected);
}

std::string ErrorMessage(const Json& line) {
  try {
    ParseWaivers(line.dump() + "\n", "waivers.jsonl");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Waivers, AreReadBackUnchanged) {
  const std::string line = ToJson(Recorded("public.*")).dump() + "\n";
  EXPECT_EQ(ParseWaivers(line, "waivers.jsonl"), std::vector<Waiver>{Recorded("public.*")});
  EXPECT_TRUE(ParseWaivers("", "waivers.jsonl").empty());
}

TEST(Waivers, AreReadBackWithTheFindingsOfARun) {
  Waiver seen = Recorded("public.*");
  seen.finding = "";
  seen.seen_in = "r1";
  seen.seen = {"a1", "b2"};
  EXPECT_EQ(ParseWaivers(ToJson(seen).dump() + "\n", "waivers.jsonl"), std::vector<Waiver>{seen});
  seen.finding = "*";
  EXPECT_EQ(ErrorMessage(ToJson(seen)),
            "waivers.jsonl:1: invalid waiver: the waiver has a pattern of findings, and those of a "
            "run: give one of them");
}

TEST(Waivers, NeedEveryMember) {
  for (const char* member :
       {"check", "subject", "reason", "owner", "until", "at", "plan", "plan_digest"}) {
    Json line = ToJson(Recorded("*"));
    line.erase(member);
    EXPECT_NE(ErrorMessage(line), "accepted") << member;
  }
  for (const char* member : {"check", "subject", "reason", "owner"}) {
    Json line = ToJson(Recorded("*"));
    line[member] = " ";
    EXPECT_EQ(ErrorMessage(line), std::string("waivers.jsonl:1: invalid waiver: \"") + member +
                                      "\" of the waiver is empty");
  }
}

TEST(Waivers, NeedAnExistingDate) {
  Waiver waiver = Recorded("*");
  waiver.until = "2026-02-30";
  EXPECT_EQ(
      ErrorMessage(ToJson(waiver)),
      "waivers.jsonl:1: invalid waiver: \"until\" of the waiver must be a date (YYYY-MM-DD), not "
      "\"2026-02-30\"");
}

}  // namespace
}  // namespace gonogo
