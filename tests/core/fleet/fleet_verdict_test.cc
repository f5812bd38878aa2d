// A fleet is GO only if every database of its file is, by evidence of its own.
#include "core/fleet/fleet_verdict.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

DatabaseResult Gone(const std::string& name) {
  return {.database = name,
          .exit_status = 0,
          .message = "",
          .evidence = {.run = "run-" + name,
                       .tool = "gonogo 0.1.0",
                       .plan_digest = "abc",
                       .phases = {"gate"},
                       .started = "2026-02-21T09:30:05.000Z",
                       .finished = "2026-02-21T09:30:09.000Z",
                       .decision = Decision::kGo,
                       .text = "GO",
                       .cases = 3,
                       .passed = 3,
                       .address = "u@host:5432/" + name,
                       .system_identifier = "71",
                       .database_oid = name,
                       .chain = {.lines = 4, .sha256 = "00"}}};
}

class Fleets : public testing::Test {
 protected:
  Fleets() {
    record_.fleet = {.run = "20260221T093000Z-1c0f",
                     .tool = "gonogo 0.1.0",
                     .plan = "shop",
                     .plan_digest = "abc",
                     .phases = {"gate"},
                     .rows = 3,
                     .started = "2026-02-21T09:30:00.000Z",
                     .databases = {{"a"}, {"b"}, {"c"}}};
    for (const char* name : {"a", "b", "c"}) record_.results.push_back(Gone(name));
  }

  DatabaseEvidence& B() { return record_.results[1].evidence; }

  void MakeNoGo(DatabaseResult& one) {
    one.exit_status = 1;
    one.evidence.decision = Decision::kNoGo;
    one.evidence.text = "NO-GO";
    one.evidence.reasons = {"FAIL rows", "FAIL more"};
  }

  void Expect(Decision decision, const std::vector<std::string>& reasons) const {
    const FleetVerdict verdict = JudgeFleet(record_);
    EXPECT_EQ(verdict.decision, decision);
    EXPECT_EQ(verdict.Reasons(), reasons);
  }

  FleetRecord record_;
};

TEST_F(Fleets, AreGoIfEveryDatabaseIs) {
  Expect(Decision::kGo, {});
  const FleetVerdict verdict = JudgeFleet(record_);
  EXPECT_EQ(verdict.text, "GO");
  EXPECT_FALSE(verdict.partial);
  EXPECT_EQ(verdict.go, 3);
}

TEST_F(Fleets, AreNoGoIfOneIs) {
  MakeNoGo(record_.results[1]);
  record_.results.pop_back();  // NO-GO also if another wasn't judged
  Expect(Decision::kNoGo,
         {"b: NO-GO: FAIL rows (and 1 more reason)", "c: NO-GO (not run): its checks did not run"});
}

TEST_F(Fleets, AreNeverGoIfADatabaseWasNotReached) {
  B().decision = Decision::kUndecided;
  B().text = "NO-GO (could not decide)";
  B().unreached = {"target"};
  B().reasons = {"ERROR target: can't connect"};
  record_.results[1].exit_status = 3;
  Expect(Decision::kUndecided, {"b: NO-GO (not reached): ERROR target: can't connect"});
  EXPECT_EQ(JudgeFleet(record_).text, "NO-GO (could not decide)");
}

TEST_F(Fleets, NeedAResultForEachRowOfTheFile) {
  record_.results.erase(record_.results.begin());
  Expect(Decision::kUndecided, {"a: NO-GO (not run): its checks did not run"});
  record_.results.clear();
  EXPECT_EQ(JudgeFleet(record_).undecided, 3);
  record_.fleet.databases.clear();
  Expect(Decision::kUndecided, {"the fleet has no databases"});
}

TEST_F(Fleets, HaveEachDatabaseOnceAndNoOther) {
  record_.results.push_back(Gone("b"));
  Expect(Decision::kNoGo, {"b ran 2 times instead of once"});
  record_.results.back() = Gone("d");
  Expect(Decision::kNoGo, {"d ran, but isn't a database of the fleet"});
}

TEST_F(Fleets, DoNotCountEvidenceThatIsNotOfThisRun) {
  const DatabaseResult good = record_.results[1];
  const auto expect = [&](const std::string& doubt) {
    Expect(Decision::kUndecided, {"b: NO-GO (no verdict): " + doubt});
    record_.results[1] = good;
  };
  B().plan_digest = "def";
  expect("its evidence is of another plan (sha256 def, not abc)");
  B().tool = "gonogo 0.0.9";
  expect("its evidence is by gonogo 0.0.9, not by gonogo 0.1.0");
  B().phases = {"verify"};
  expect("its evidence is of other phases, checks or severities than the fleet's");
  B().checks = {"row_count"};
  expect("its evidence is of other phases, checks or severities than the fleet's");
  B().started = "2026-02-21T09:20:00.000Z";
  expect(
      "its evidence is of 2026-02-21T09:20:00.000Z, but the fleet's run began at "
      "2026-02-21T09:30:00.000Z");
  record_.results[1].exit_status = 139;
  expect("its evidence is GO, but its run ended with exit status 139");
  B().doubts = {"its run broke off: there is no verdict"};
  record_.results[1].message = "can't write";
  expect("its run broke off: there is no verdict: can't write");
}

TEST_F(Fleets, DoNotCountOneEvidenceForTwoDatabases) {
  B().run = "run-a";
  Expect(Decision::kUndecided, {"a and b have the same evidence, of run run-a"});
}

TEST_F(Fleets, HaveTargetsOfTheirOwnUnlessTheFileSaysOtherwise) {
  B().database_oid = "a";
  const std::string said =
      "a and b have the same target (host:5432/b, system 71, database a): "
      "correct one, or say \"same_target_as\" in the fleet's file";
  Expect(Decision::kNoGo, {said});
  record_.fleet.databases[0].same_target_as = "b";
  Expect(Decision::kGo, {});
  record_.fleet.databases[1].same_target_as = "a";  // both say so
  Expect(Decision::kGo, {});
  B().database_oid = "b";
  Expect(Decision::kGo, {});
  EXPECT_EQ(JudgeFleet(record_).remarks.size(), 2U);
}

TEST_F(Fleets, MaySayByWayOfAnotherThatTargetsAreOne) {
  B().database_oid = "a";
  record_.results[2].evidence.database_oid = "a";
  record_.fleet.databases[1].same_target_as = "a";
  EXPECT_EQ(JudgeFleet(record_).decision, Decision::kNoGo);
  record_.fleet.databases[2].same_target_as = "b";
  Expect(Decision::kGo, {});
}

// A role may not be allowed to read the server's identity.
TEST_F(Fleets, CompareAddressesIfAServerDoesNotTellItsIdentity) {
  B().system_identifier = "";
  Expect(Decision::kGo, {});
  B().address = "another@host:5432/a";
  Expect(Decision::kNoGo, {"a and b have the same target (host:5432/a): correct one, or say "
                           "\"same_target_as\" in the fleet's file"});
}

TEST_F(Fleets, SayThatAPartIsOne) {
  record_.fleet.rows = 300;
  EXPECT_EQ(JudgeFleet(record_).text, "GO for 3 of 300 databases");
  EXPECT_TRUE(JudgeFleet(record_).partial);
  record_.fleet.rows = 3;
  B().partial = true;
  EXPECT_EQ(JudgeFleet(record_).text, "GO for only some of the checks");
  EXPECT_TRUE(JudgeFleet(record_).partial);
}

TEST_F(Fleets, AreReadAsTheyWereWritten) {
  MakeNoGo(record_.results[2]);
  record_.fleet.databases[1].same_target_as = "a";
  ChainEnd end;
  std::string lines;
  const auto add = [&](const Json& line) {
    const std::string text = ChainedText(line, end);
    end = After(end, text);
    lines += text + "\n";
  };
  add(ToJson(record_.fleet));
  for (const DatabaseResult& one : record_.results) add(ToJson(one));
  const FleetRecord read = ParseFleet(lines, "fleet.jsonl");
  EXPECT_EQ(ToJson(read.fleet), ToJson(record_.fleet));
  ASSERT_EQ(read.results.size(), 3U);
  EXPECT_EQ(ToJson(read.results[2]), ToJson(record_.results[2]));
  EXPECT_EQ(read.chain, end);
  EXPECT_THROW(ParseFleet(lines.substr(lines.find('\n') + 1), "fleet.jsonl"), PlanError);
  EXPECT_THROW(ParseFleet("", "fleet.jsonl"), PlanError);
}

TEST_F(Fleets, HaveNoNameThatLeadsOutOfTheirFolder) {
  const auto lines = [&] { return ChainedText(ToJson(record_.fleet), {}) + "\n"; };
  EXPECT_NO_THROW(ParseFleet(lines(), "fleet.jsonl"));
  record_.fleet.databases[0].name = "../a";
  EXPECT_THROW(ParseFleet(lines(), "fleet.jsonl"), PlanError);
}

}  // namespace
}  // namespace gonogo
