// gonogo evidence verify of a fleet: each database's evidence, none missing, none more, none
// another's.
#include "app/fleet/fleet_verification.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/exit_status.h"
#include "app/fleet/database_evidence.h"
#include "app/sealing/fleet_predicates.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/seal.h"
#include "reporters/fleet/fleet_verdict_json.h"
#include "reporters/verdict_json.h"
#include "tests/app/proof/good_evidence.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {
namespace fs = std::filesystem;

constexpr const char* kSealed = "2026-02-21T09:31:00.000Z";

class VerifyFleets : public testing::Test {
 protected:
  VerifyFleets() {
    const Evidence good = GoodEvidence();
    record_.fleet = {.run = "20260221T093000Z-0001",
                     .tool = good.run.tool,
                     .plan = good.run.plan,
                     .file = "fleet.csv",
                     .plan_digest = good.run.plan_digest,
                     .phases = good.run.phases,
                     .rows = 2,
                     .started = good.run.started,
                     .databases = {{"a"}, {"b"}}};
    WriteDatabase("a");
    WriteDatabase("b");
    for (const char* name : {"a", "b"}) {
      record_.results.push_back(
          {.database = name,
           .evidence = DatabaseEvidenceIn(InFolder(std::string("databases/") + name))});
    }
    Conclude();
  }

  std::string InFolder(const std::string& name) const { return scratch_.Path(name); }

  // Writes the evidence of a GO of a database of its own.
  void WriteDatabase(const std::string& name) const {
    Evidence evidence = GoodEvidence();
    evidence.run.run += name;
    for (Server& server : evidence.run.servers) server.database_oid = name;
    WriteEvidence(scratch_, "databases/" + name, evidence);
  }

  // Writes what the fleet's run writes at its end, as whoever can write the folder could.
  void Conclude() {
    for (const char* file : {"fleet.jsonl", "verdict.json", kSumsFile}) fs::remove(InFolder(file));
    std::string lines = ToText(ToJson(record_.fleet)) + "\n";
    for (const DatabaseResult& one : record_.results) lines += ToText(ToJson(one)) + "\n";
    lines = Chained(lines);
    record_.chain = EndOf(lines);
    const FleetVerdict verdict = JudgeFleet(record_);
    scratch_.File("fleet.jsonl", lines);
    scratch_.File(
        "verdict.json",
        ToText(FleetVerdictJson(record_, verdict, ExitStatusOf(verdict.decision), kSealed), 2) +
            "\n");
    Sum();
  }

  void Sum() {
    fs::remove_all(InFolder(kSignaturesFolder));
    scratch_.File(kSumsFile, SumsText(SumsOf(InFolder(""))));
    Seal(key_, InFolder(""), PredicatesOf(record_, JudgeFleet(record_)));
  }

  void Expect(const std::string& result, const std::string& words) const {
    const VerifyRequest request{.signers = {{"dba", key_.public_key()}},
                                .policy = ParsePolicy("go,production"),
                                .now = kVerifiedAt};
    const Checklist list = VerifyFleet(InFolder(""), request).list;
    std::string text;
    for (const Point& point : list.points) text += point.text + "\n";
    EXPECT_EQ(list.Result(), result) << text;
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }

  Scratch scratch_;
  FleetRecord record_;
  PrivateKey key_ = PrivateKey::New();
};

TEST_F(VerifyFleets, AFleetThatIsSoundIsVerified) {
  Expect("VERIFIED", "verdict.json: GO follows from 2 databases");
}

TEST_F(VerifyFleets, ADatabaseThatIsMissingIsNeverVerified) {
  fs::remove_all(InFolder("databases/b"));
  Expect("WRONG", "databases/b/evidence.jsonl is named in SHA256SUMS, but isn't there");
  Sum();
  Expect("NOT VERIFIED", "b: there is no evidence: its folder is missing");
  WriteDatabase("b");
  record_.results.pop_back();
  Conclude();
  Expect("WRONG", "b: it did not run");  // nor is it GO, which is required
}

TEST_F(VerifyFleets, ADatabaseThatIsNoneOfTheFleetIsWrong) {
  WriteDatabase("c");
  Sum();
  Expect("WRONG", "databases/c is of no database of the fleet");
}

TEST_F(VerifyFleets, EvidenceMustBeThatOfTheLine) {
  fs::remove_all(InFolder("databases/b"));
  fs::copy(InFolder("databases/a"), InFolder("databases/b"), fs::copy_options::recursive);
  Sum();
  Expect("WRONG", "b: fleet.jsonl has other evidence of it than its folder");
  record_.results[1].evidence = record_.results[0].evidence;
  Conclude();
  Expect("WRONG", "required: GO, but it is NO-GO");  // one evidence for two
}

TEST_F(VerifyFleets, WhatIsWrongInADatabaseIsToldWithItsName) {
  scratch_.File("databases/a/more", "");
  Sum();
  Expect("WRONG", "a: more isn't named in SHA256SUMS");
}

TEST_F(VerifyFleets, TheVerdictMustFollowFromTheDatabases) {
  record_.results[0].exit_status = 1;  // with evidence of a GO: nobody knows
  FleetRecord good = record_;
  good.results[0].exit_status = 0;
  Conclude();
  scratch_.File("verdict.json",
                ToText(FleetVerdictJson(record_, JudgeFleet(good), 0, kSealed), 2) + "\n");
  Sum();
  Expect("WRONG", "verdict.json: \"verdict\" isn't what follows from the lines in fleet.jsonl");
}

TEST_F(VerifyFleets, ASignatureIsOfThisFleetOnly) {
  const std::string signatures = InFolder(kSignaturesFolder);
  const Scratch kept;
  fs::copy(signatures, kept.Path("s"), fs::copy_options::recursive);
  record_.fleet.run = "20260221T093000Z-0002";
  Conclude();
  Expect("VERIFIED", "");
  fs::remove_all(signatures);
  fs::copy(kept.Path("s"), signatures, fs::copy_options::recursive);
  Expect("WRONG", "it signs other evidence");
}

}  // namespace
}  // namespace gonogo::testing_support
