// For which plan and how long a signature is valid, and which sign-off files are invalid.
#include "core/record/signoff.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kNow = "2026-02-21T09:30:00.000Z";

Signoff SignedAt(const std::string& at, const std::string& digest = "this",
                 const std::string& by = "the lead") {
  return {.item = "dba", .by = by, .note = "", .at = at, .plan = "moving", .plan_digest = digest};
}

// Returns "signed by the lead until 2026-02-21T10:00:00.000Z".
std::string DescribeStatus(const std::vector<Signoff>& signoffs) {
  const auto status = SignoffStatusOf({.id = "dba", .valid_hours = 24}, signoffs, "this", kNow);
  std::string words = SignoffStateName(status.state);
  if (status.state != SignoffState::kOpen) {
    words += " by " + status.signoff.by + " until " + status.expires;
  }
  return words;
}

TEST(Signoff, IsOpenIfNobodySignedTheItem) {
  EXPECT_EQ(DescribeStatus({}), "open");
  Signoff other = SignedAt("2026-02-21T09:00:00.000Z");
  other.item = "dba2";
  EXPECT_EQ(DescribeStatus({other}), "open");
}

TEST(Signoff, IsValidForItsHours) {
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-21T09:30:00.000Z")}),
            "signed by the lead until 2026-02-22T09:30:00.000Z");
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-20T09:30:00.001Z")}),
            "signed by the lead until 2026-02-21T09:30:00.001Z");
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-20T09:30:00.000Z")}),
            "expired by the lead until 2026-02-21T09:30:00.000Z");
}

TEST(Signoff, IsValidForThisVersionOfThePlan) {
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-21T09:00:00.000Z", "another")}).substr(0, 15),
            "of another plan");
}

// The clocks of two hosts may differ by a minute.
TEST(Signoff, FromTheFutureProvesNothing) {
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-21T09:31:00.001Z")}).substr(0, 15),
            "from the future");
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-21T09:30:59.000Z")}).substr(0, 6), "signed");
}

TEST(Signoff, ThatIsNewestDecides) {
  const Signoff wrong_clock = SignedAt("2030-01-01T00:00:00.000Z");
  const Signoff again = SignedAt("2026-02-21T09:00:00.000Z", "this", "the deputy");
  EXPECT_EQ(DescribeStatus({wrong_clock, again}),
            "signed by the deputy until 2026-02-22T09:00:00.000Z");
}

// A name is what somebody typed: letters and blanks don't make it another person's.
TEST(Signoff, OfTwoItemsMustBeOfTwoPersons) {
  const SignoffItem item{.id = "dba", .valid_hours = 24, .not_by = "lead"};
  const Signoff ours = SignedAt("2026-02-21T09:00:00.000Z");
  Signoff other = SignedAt("2026-02-21T09:10:00.000Z", "this", "  The Lead");
  other.item = "lead";
  const auto state = [&](const std::vector<Signoff>& signoffs) {
    return SignoffStateName(SignoffStatusOf(item, signoffs, "this", kNow).state);
  };
  EXPECT_EQ(state({ours}), "signed");
  EXPECT_EQ(state({ours, other}), "of the same person");
  Signoff again = SignedAt("2026-02-21T09:20:00.000Z", "this", "the deputy");
  again.item = "lead";
  EXPECT_EQ(state({ours, other, again}), "signed");
}

TEST(Signoff, NamesATicketOfThePlansForm) {
  const SignoffItem item{.id = "dba", .valid_hours = 24, .ticket = "CHG-*"};
  Signoff ours = SignedAt("2026-02-21T09:00:00.000Z");
  const auto state = [&] {
    return SignoffStateName(SignoffStatusOf(item, {ours}, "this", kNow).state);
  };
  EXPECT_EQ(state(), "without a ticket");
  ours.ticket = "CHG-";
  EXPECT_EQ(state(), "without a ticket");
  ours.ticket = "CHG-  ";
  EXPECT_EQ(state(), "without a ticket");
  ours.ticket = "CHG-4711";
  EXPECT_EQ(state(), "signed");
  EXPECT_EQ(ParseSignoffs(ToText(ToJson(ours)) + "\n", "signoffs.jsonl").at(0).ticket, "CHG-4711");
}

// Somebody went back to the version of the plan that was signed.
TEST(Signoff, ForThisVersionBeatsNewerOnesForAnother) {
  EXPECT_EQ(DescribeStatus({SignedAt("2026-02-21T09:00:00.000Z"),
                            SignedAt("2026-02-21T09:10:00.000Z", "another", "the deputy")}),
            "signed by the lead until 2026-02-22T09:00:00.000Z");
}

TEST(Signoffs, AreReadBackUnchanged) {
  Signoff signoff = SignedAt("2026-02-21T09:30:00.000Z");
  signoff.note = "seen\nwith \"both\" eyes";
  const std::string line = ToJson(signoff).dump();
  const auto read = ParseSignoffs(line + "\n" + line + "\n", "signoffs.jsonl");
  ASSERT_EQ(read.size(), 2);
  EXPECT_EQ(ToJson(read[1]).dump(), line);
  EXPECT_TRUE(ParseSignoffs("", "signoffs.jsonl").empty());
}

std::string SignoffError(const std::string& lines) {
  try {
    ParseSignoffs(lines, "signoffs.jsonl");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Signoffs, AreRejectedIfOneLineIsInvalid) {
  const std::string line = ToJson(SignedAt(kNow)).dump();
  EXPECT_EQ(SignoffError(line + "\n" + line),
            "signoffs.jsonl:2: invalid sign-off: the line is cut off");
  EXPECT_EQ(SignoffError(line + "\n\n" + line + "\n"),
            "signoffs.jsonl:2: invalid sign-off: not JSON at line 1, column 1: unexpected end of "
            "input");
  EXPECT_TRUE(SignoffError("{}\n").starts_with("signoffs.jsonl:1: invalid sign-off: the key \""));
}

TEST(Signoffs, NeedAnItemAPersonAndATime) {
  for (const char* member : {"item", "by", "note", "at", "plan", "plan_digest"}) {
    Json line = ToJson(SignedAt(kNow));
    line.erase(member);
    EXPECT_NE(SignoffError(line.dump() + "\n"), "accepted") << member;
    line[member] = 5;
    EXPECT_NE(SignoffError(line.dump() + "\n"), "accepted") << member;
  }
  Json line = ToJson(SignedAt(kNow));
  line["by"] = " ";
  EXPECT_EQ(SignoffError(line.dump() + "\n"),
            "signoffs.jsonl:1: invalid sign-off: \"by\" is empty");
  line = ToJson(SignedAt("yesterday"));
  EXPECT_EQ(SignoffError(line.dump() + "\n"),
            "signoffs.jsonl:1: invalid sign-off: \"at\" must be a UTC time, not \"yesterday\"");
}

TEST(SignoffItems, AreThoseOfThePlanInRunbookOrder) {
  const Gate gate{.name = kSignoffGate,
                  .summary = "",
                  .meaning = "",
                  .remedy = "",
                  .subjects = nullptr,
                  .run = nullptr};
  const Gate other{.name = "rows",
                   .summary = "",
                   .meaning = "",
                   .remedy = "",
                   .subjects = nullptr,
                   .run = nullptr};
  const auto arguments = [](const std::string& id) {
    return Arguments(Json{{"items", {{id, {{"text", "seen"}, {"role", "lead"}}}}},
                          {"valid_hours", 24},
                          {"ticket", ""}});
  };
  Plan plan;
  plan.checks = {
      {.id = "late",
       .gate = &gate,
       .phases = {Phase::kCutover},
       .arguments = arguments("last"),
       .subjects = {{"last", ""}}},
      {.id = "rows", .gate = &other, .phases = {Phase::kGate}, .subjects = {{"users", ""}}},
      {.id = "early",
       .gate = &gate,
       .phases = {Phase::kGate, Phase::kPreflight},
       .arguments = arguments("first"),
       .subjects = {{"first", ""}}}};
  std::vector<std::string> items;
  for (const SignoffItem& item : SignoffItemsOf(plan)) {
    items.push_back(PhaseName(item.phase) + " " + item.check + "." + item.id + " " + item.role);
  }
  EXPECT_EQ(Join(items, ", "), "preflight early.first lead, cutover late.last lead");
}

}  // namespace
}  // namespace gonogo
