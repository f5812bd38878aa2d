// A kill needs the claimed finding of the claiming gate, and nothing else may be red.
#include "core/record/trial.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

const std::map<std::string, std::string> kGates = {
    {"keys", "constraints"}, {"more_keys", "constraints"}, {"places", "indexes"}};

const Damage kDropped = {.kind = "key dropped",
                         .object = "users_pkey",
                         .plant = "",
                         .looks = "",
                         .gate = "constraints",
                         .finding = "users constraint users_pkey: have none*, want *",
                         .also = {"indexes"},
                         .undo = ""};

CaseResult Green(const std::string& check) {
  CaseResult result;
  result.check = check;
  result.outcome.examined = 1;
  return result;
}

CaseResult Red(const std::string& check, const std::string& have) {
  CaseResult result = Green(check);
  result.outcome.findings.push_back({"users constraint users_pkey", have, "one"});
  return result;
}

CaseResult Error(const std::string& check) {
  CaseResult result = Green(check);
  result.error = CaseError{"no answer", ""};
  return result;
}

std::string EndOf(const Damage& damage, const std::vector<CaseResult>& results) {
  const Trial trial = Judge(damage, results, kGates);
  return FateName(trial.fate) + (trial.why.empty() ? "" : ": " + trial.why);
}

TEST(Trial, EndsInAKillIfOneCaseOfTheGateReportsIt) {
  EXPECT_EQ(EndOf(kDropped, {Green("keys"), Red("more_keys", "none on the target")}), "killed");
}

TEST(Trial, IsSurvivedIfTheGateIsGreenOrSaysSomethingElse) {
  EXPECT_EQ(EndOf(kDropped, {Green("keys")}), "survived: constraints is green");
  EXPECT_EQ(
      EndOf(kDropped, {Red("keys", "two")}),
      "survived: constraints says otherwise: users constraint users_pkey: have two, want one");
}

TEST(Trial, OfAPlanEndsInAKillIfAFindingIsAboutTheSubject) {
  const Trial seen = Judge(kDropped, {Red("keys", "two")}, kGates, Wording::kAny);
  EXPECT_EQ(FateName(seen.fate), "killed");
  EXPECT_EQ(seen.in_other_words, "users constraint users_pkey: have two, want one");

  const Trial expected =
      Judge(kDropped, {Red("keys", "two"), Red("more_keys", "none")}, kGates, Wording::kAny);
  EXPECT_EQ(expected.in_other_words, "");

  CaseResult elsewhere = Red("keys", "none");
  elsewhere.outcome.findings.front().subject = "books constraint books_pkey";
  EXPECT_EQ(FateName(Judge(kDropped, {elsewhere}, kGates, Wording::kAny).fate), "survived");
}

TEST(Trial, IsSurvivedIfTheGateCanNotLook) {
  EXPECT_EQ(EndOf(kDropped, {Error("keys")}),
            "survived: constraints says otherwise: ERROR no answer");
}

// Of what is broken an error is what the gate must say; of any other damage it never is.
TEST(Trial, EndsInAKillByTheErrorThatTheDamageNames) {
  Damage damage = kDropped;
  damage.finding = "ERROR no *";
  EXPECT_EQ(EndOf(damage, {Error("keys")}), "killed");
  EXPECT_EQ(EndOf(damage, {Red("keys", "ERROR no answer")}),
            "survived: constraints says otherwise: users constraint users_pkey: "
            "have ERROR no answer, want one");
  damage.finding = "ERROR another*";
  EXPECT_EQ(EndOf(damage, {Error("keys")}),
            "survived: constraints says otherwise: ERROR no answer");
  damage.finding = "*";
  EXPECT_EQ(EndOf(damage, {Error("keys")}),
            "survived: constraints says otherwise: ERROR no answer");
}

TEST(Trial, EndsInAKillByWhatTheGateWaitsForIfTheDamageNamesIt) {
  CaseResult waits;
  waits.check = "keys";
  waits.outcome.not_run = "nobody has signed it";
  Damage damage = kDropped;
  EXPECT_EQ(EndOf(damage, {waits}), "survived: constraints says otherwise: nobody has signed it");
  damage.finding = "NOT RUN nobody*";
  EXPECT_EQ(EndOf(damage, {waits}), "killed");
  EXPECT_EQ(EndOf(damage, {Red("keys", "none")}),
            "survived: constraints says otherwise: users constraint users_pkey: have none, want "
            "one");
}

TEST(Trial, IsSurvivedIfTheFindingOnlyAdvises) {
  CaseResult advice = Red("keys", "none on the target");
  advice.outcome.findings.front().severity = Severity::kAdvisory;
  EXPECT_EQ(EndOf(kDropped, {advice}), "survived: constraints is green");
}

TEST(Trial, IsSurvivedIfNoCheckUsesTheGate) {
  EXPECT_EQ(EndOf(kDropped, {Green("places")}),
            "survived: no check of the plan uses gate constraints");
  EXPECT_EQ(EndOf(kDropped, {}), "survived: no check of the plan uses gate constraints");
}

TEST(Trial, AllowsOnlyTheListedGatesToBeRedBesideIt) {
  const CaseResult kill = Red("keys", "none on the target");
  EXPECT_EQ(EndOf(kDropped, {kill, Red("places", "none")}), "killed");
  Damage alone = kDropped;
  alone.also.clear();
  EXPECT_EQ(EndOf(alone, {kill, Red("places", "none")}),
            "false alarm: also red: indexes (users constraint users_pkey: have none, want one)");
}

TEST(Trial, OfHarmlessDamageIsAKillIfAllStaysGreen) {
  const Damage harmless = {.kind = "rows in another order"};
  EXPECT_EQ(EndOf(harmless, {Green("keys"), Green("places")}), "killed");
  EXPECT_EQ(EndOf(harmless, {Green("keys"), Error("places")}),
            "false alarm: also red: indexes (ERROR no answer)");
  EXPECT_EQ(EndOf(harmless, {}), "survived: no case looked");
}

}  // namespace
}  // namespace gonogo
