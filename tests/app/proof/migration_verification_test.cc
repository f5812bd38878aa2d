// gonogo evidence verify of a migration: its ledger is whole and in order, and the runs that it
// names are there, sound, and those that it names.
#include "app/proof/migration_verification.h"

#include <gtest/gtest.h>

#include "app/run/run_reports.h"
#include "app/sealing/seal.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "tests/app/proof/good_evidence.h"

namespace gonogo::testing_support {
namespace {
namespace fs = std::filesystem;

constexpr const char* kRun = "runs/20260221T093000Z-1c0f-gate";

class VerifyMigrations : public testing::Test {
 protected:
  VerifyMigrations() {
    WriteEvidence(scratch_, kRun, GoodEvidence());
    Add(LedgerEvent::kStageBegan, Phase::kSchema, "2026-02-21T09:00:00.000Z", Beginning());
    Add(LedgerEvent::kStepBegan, Phase::kSchema, "2026-02-21T09:00:01.000Z", Json::object(), "one");
    Add(LedgerEvent::kStepDone, Phase::kSchema, "2026-02-21T09:00:02.000Z", Json::object(), "one");
    Add(LedgerEvent::kStageEnded, Phase::kSchema, "2026-02-21T09:01:00.000Z", Ending("", ""));
    Add(LedgerEvent::kStageBegan, Phase::kGate, "2026-02-21T09:29:59.000Z", Beginning());
    Add(LedgerEvent::kStageEnded, Phase::kGate, "2026-02-21T09:31:10.000Z",
        Ending(kRun, Sha256(ReadFile(In(std::string(kRun) + "/SHA256SUMS")))));
    Write();
  }

  std::string In(const std::string& name) const { return scratch_.Path(name); }

  static Json Beginning() {
    return {{"who", "dba"},
            {"host", "mover"},
            {"tool", ToolName()},
            {"plan", "shop"},
            {"plan_digest", Sha256("the plan")},
            {"stage_digest", "d1"},
            {"target", "u@target:5432/shop"}};
  }
  static Json Ending(const std::string& evidence, const std::string& sums) {
    return {{"status", 0}, {"outcome", "GO"}, {"evidence", evidence}, {"sums", sums}};
  }

  void Add(LedgerEvent event, Phase stage, const std::string& at, const Json& details,
           const std::string& step = "") {
    LedgerLine line{.event = event, .stage = stage, .step = step, .at = at, .details = details};
    lines_.push_back(line);
  }

  // Writes the ledger as gonogo would have, and signs it.
  void Write() {
    std::string text;
    for (LedgerLine& line : lines_) {
      line.offset = TimeBetween(lines_.front().at, line.at);
      text += ToText(ToJson(line)) + "\n";
    }
    scratch_.File(kMigrationLedger, Chained(text));
    Sign();
  }
  void Sign() const { SealFile(key_, In(""), kMigrationLedger); }

  // Takes the lines of these numbers, from 1, in this order.
  void TakeLines(const std::vector<std::size_t>& order) const {
    const std::vector<std::string> lines = Split(ReadFile(In(kMigrationLedger)), '\n');
    std::string text;
    for (const std::size_t number : order) text += lines.at(number - 1) + "\n";
    scratch_.File(kMigrationLedger, text);
  }

  Checklist Verified(const std::string& require = "signed") const {
    return VerifyMigration(In(""), {.signers = {{"dba", key_.public_key()}},
                                    .policy = ParsePolicy(require),
                                    .now = kVerifiedAt})
        .list;
  }

  // Expects that result, and a point with these words.
  static void Expect(const Checklist& list, const std::string& result, const std::string& words) {
    std::string text;
    for (const Point& point : list.points) text += point.text + "\n";
    EXPECT_EQ(list.Result(), result) << text;
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  void Expect(const std::string& result, const std::string& words) const {
    Expect(Verified(), result, words);
  }

  Scratch scratch_;
  std::vector<LedgerLine> lines_;
  PrivateKey key_ = PrivateKey::New();
};

TEST_F(VerifyMigrations, OneThatIsSoundIsVerified) {
  const Checklist list =
      Verified("go,phase=gate,production,age<1h,plan=" + Sha256("the plan").substr(0, 12));
  Expect(list, "VERIFIED", "ledger.jsonl: 6 lines, one chain that ends with");
  Expect(list, "VERIFIED", "-gate: its evidence is sound, and that which the ledger has: GO");
  Expect(list, "VERIFIED", "GO, by the ledger alone: it ended without checks");
  EXPECT_EQ(list.verdict, "GO, 2 stages up to gate");
}

TEST_F(VerifyMigrations, OneThatNobodySignedIsNotVerified) {
  fs::remove_all(In("signatures"));
  Expect("NOT VERIFIED", "nothing is signed");
}

TEST_F(VerifyMigrations, ALedgerThatWasEditedCutOrReorderedIsWrong) {
  const std::string good = ReadFile(In(kMigrationLedger));
  std::string edited = good;
  edited.replace(edited.find("\"who\":\"dba\""), 11, "\"who\":\"dbb\"");
  scratch_.File(kMigrationLedger, edited);
  Expect("WRONG", "ledger.jsonl:2: invalid ledger line: \"prev\" isn't the SHA-256 of line 1");
  scratch_.File(kMigrationLedger, good);
  TakeLines({1, 2, 4, 3, 5, 6});
  Expect("WRONG", "ledger.jsonl:3: invalid ledger line: \"seq\" is 4, but this is line 3");
  scratch_.File(kMigrationLedger, good);
  TakeLines({1, 2, 3, 4});
  Expect("WRONG", "-gate: the ledger has no such stage at that time: were lines cut off?");
  Expect("WRONG", "the signature is wrong: it isn't of this ledger.jsonl");
  scratch_.File(kMigrationLedger, good.substr(0, good.size() - 9));
  fs::remove_all(In("signatures"));
  Expect("NOT VERIFIED", "ledger.jsonl: its last line is cut off");
  Expect("NOT VERIFIED", "stage gate, begun at 2026-02-21T09:29:59.000Z, hasn't ended");
  scratch_.File(kMigrationLedger, "");
  Expect("NOT VERIFIED", "no stage began: nothing to verify");
}

// As whoever can write the folder could make it, but for the signature.
TEST_F(VerifyMigrations, LinesMustFollowFromEachOther) {
  const std::vector<LedgerLine> good = lines_;
  lines_.erase(lines_.begin() + 4);
  Write();
  Expect("WRONG", "ledger.jsonl:5: it is of stage gate, which hasn't begun");
  lines_ = good;
  std::swap(lines_[0], lines_[1]);
  std::swap(lines_[0].at, lines_[1].at);
  Write();
  Expect("WRONG", "ledger.jsonl:1: it is of stage schema, which hasn't begun");
  lines_ = good;
  lines_[5].event = LedgerEvent::kLookEnded;
  Write();
  Expect("WRONG", "ledger.jsonl:6: it is of stage gate, which hasn't begun");
  lines_ = good;
  Write();
  std::string text = ReadFile(In(kMigrationLedger));
  text.replace(text.find("\"t_offset_ms\":1000"), 18, "\"t_offset_ms\":1001");
  scratch_.File(kMigrationLedger, Chained(text));
  Expect("WRONG", "ledger.jsonl:2: \"t_offset_ms\" isn't the time since the first line");
}

TEST_F(VerifyMigrations, RunsMustBeThoseThatTheLedgerNames) {
  const Scratch kept;
  fs::copy(In(kRun), kept.Path("run"), fs::copy_options::recursive);
  const auto restore = [&] {
    fs::remove_all(In(kRun));
    fs::copy(kept.Path("run"), In(kRun), fs::copy_options::recursive);
  };
  fs::remove_all(In(kRun));
  Expect("WRONG", "-gate: its evidence is missing, which the ledger names for stage gate");
  restore();
  scratch_.File(std::string(kRun) + "/verdict.json", "{}");
  Expect("WRONG", "-gate: verdict.json isn't as SHA256SUMS has it: it was changed");
  restore();
  // Another GO of the same plan, sound by itself.
  fs::remove_all(In(kRun));
  Evidence other = GoodEvidence();
  other.run.run = "20260221T093000Z-2222";
  WriteEvidence(scratch_, kRun, other);
  Expect("WRONG", "-gate: it isn't the evidence that the ledger has");
  Expect("WRONG", "ledger.jsonl");
  restore();
  fs::rename(In(kRun), In("elsewhere"));
  fs::create_directory_symlink("../elsewhere", In(kRun));
  Expect("WRONG", "-gate: its evidence is missing");
}

TEST_F(VerifyMigrations, RunsMustFitTheStage) {
  const auto with = [&](const Evidence& evidence) {
    fs::remove_all(In(kRun));
    WriteEvidence(scratch_, kRun, evidence);
    lines_[5].details["sums"] = Sha256(ReadFile(In(std::string(kRun) + "/SHA256SUMS")));
    Write();
  };
  Evidence other = GoodEvidence();
  other.cases[0].outcome.findings = {{"a", "1", "2"}};
  with(other);
  Expect("WRONG", "-gate: the ledger says GO, and the evidence NO-GO");
  other = GoodEvidence();
  other.run.plan_digest = "ab";
  with(other);
  Expect("WRONG", "-gate: it is of another plan than the stage");
  other = GoodEvidence();
  other.run.phases = {"verify"};
  with(other);
  Expect("WRONG", "-gate: it is of phase verify");
  with(GoodEvidence());
  lines_[4].at = "2026-02-21T09:31:09.000Z";
  Write();
  Expect("WRONG", "-gate: it began at 2026-02-21T09:30:00.000Z, when the stage didn't run");
  lines_[4].at = "2026-02-21T09:29:59.000Z";
  lines_[5].details["evidence"] = "runs/../" + std::string(kRun);
  Write();
  Expect("WRONG", "which isn't in runs/");
  lines_[5].details["evidence"] = kRun;
  lines_[5].details.erase("sums");
  Write();
  Expect("NOT VERIFIED", "-gate: the ledger doesn't say what its evidence is");
}

TEST_F(VerifyMigrations, OneRunIsNotTheEvidenceOfTwoStages) {
  Add(LedgerEvent::kLookBegan, Phase::kGate, "2026-02-21T09:40:00.000Z", Beginning());
  Add(LedgerEvent::kLookEnded, Phase::kGate, "2026-02-21T09:41:00.000Z", lines_[5].details);
  Write();
  Expect("WRONG", "-gate: two lines of the ledger name it");
}

// A stage that is killed while its checks run leaves a run that no line names.
TEST_F(VerifyMigrations, WhatBrokeOffIsTold) {
  const LedgerLine ended = lines_[5];
  lines_.pop_back();
  Write();
  Expect("NOT VERIFIED", "stage gate, begun at 2026-02-21T09:29:59.000Z, hasn't ended");
  Expect("NOT VERIFIED", "-gate isn't named by the ledger");
  EXPECT_EQ(Verified().verdict, "NO-GO: stage gate hasn't ended");
  // It is begun again, and its evidence is another.
  Add(LedgerEvent::kStageBegan, Phase::kGate, "2026-02-21T09:32:00.000Z", Beginning());
  Add(LedgerEvent::kStageEnded, Phase::kGate, "2026-02-21T09:33:00.000Z", Ending("", ""));
  Write();
  Expect("VERIFIED", "stage gate, begun at 2026-02-21T09:29:59.000Z, broke off");
}

// The window didn't suffice: nothing was done, and the migration isn't GO until the stage begins.
TEST_F(VerifyMigrations, WhatWasRefusedIsTold) {
  Add(LedgerEvent::kStageRefused, Phase::kCutover, "2026-02-21T09:40:00.000Z",
      {{"status", 1}, {"outcome", "NO-GO"}, {"reasons", {"not begun: the window ended"}}});
  Write();
  Expect("VERIFIED", "stage cutover, refused at 2026-02-21T09:40:00.000Z: NO-GO");
  EXPECT_EQ(Verified().verdict, "NO-GO: stage cutover was refused");
}

TEST_F(VerifyMigrations, ARehearsalWithAPlantedFaultIsNeverGo) {
  EXPECT_TRUE(ReportInFolder(In(""), nullptr).IsGo());
  lines_[0].details["fault"] = "fault.sql on the target after schema";
  Write();
  EXPECT_EQ(Verified().verdict,
            "NO-GO: a rehearsal with a planted fault, fault.sql on the target after schema");
  Expect(Verified("go"), "WRONG",
         "required: GO, but it is NO-GO: a rehearsal with a planted fault");
  const RunReport report = ReportInFolder(In(""), nullptr);
  EXPECT_FALSE(report.IsGo());
  EXPECT_EQ(report.doubts,
            (std::vector<std::string>{
                "a rehearsal with a planted fault releases nothing: fault.sql on the "
                "target after schema"}));
}

TEST_F(VerifyMigrations, WhatIsRequiredIsAboutItsStages) {
  Expect(Verified("phase=cutover"), "WRONG", "required: phase cutover, but it is of schema, gate");
  Expect(Verified("age<10m"), "WRONG", "required: an age below 10 min, but it is 30 min");
  Expect(Verified("plan=000000000000"), "WRONG", "required: plan 000000000000");
  Expect(Verified("signers>=2"), "NOT VERIFIED", "signatures by 1 key count");
  Add(LedgerEvent::kStageBegan, Phase::kRollback, "2026-02-21T09:40:00.000Z", Beginning());
  lines_.back().details["restores"] = true;
  Add(LedgerEvent::kStageEnded, Phase::kRollback, "2026-02-21T09:41:00.000Z", Ending("", ""));
  Write();
  Expect(Verified("go"), "WRONG", "required: GO, but it is NO-GO: stage schema was rolled back");
  Expect(Verified("phase=gate"), "WRONG", "required: phase gate, but it is of none");
}

// A deploy that waits for the gate must not take an old one.
TEST_F(VerifyMigrations, ResultsCountAsLongAsTheirChecksSayUntilTheCutover) {
  const auto rewrite = [&](std::chrono::minutes max_age) {
    Evidence aged = GoodEvidence();
    aged.run.about["rows"] = {.gate = "row_count", .owner = "", .max_age = max_age};
    WriteEvidence(scratch_, kRun, aged);
    lines_[5].details["sums"] = Sha256(ReadFile(In(std::string(kRun) + "/SHA256SUMS")));
    Write();
  };
  rewrite(std::chrono::minutes(30));
  Expect(Verified("go"), "VERIFIED", "results that count until 2026-02-21T10:00:01.000Z");
  rewrite(std::chrono::minutes(29));
  Expect(Verified("go"), "WRONG",
         "but a check's max_age_minutes ended at 2026-02-21T09:59:01.000Z");
  Expect(Verified("signed"), "VERIFIED", "its evidence is sound");
  // A look gives it a newer result.
  constexpr const char* kLook = "runs/20260221T094000Z-1c0f-gate";
  Evidence look = GoodEvidence();
  look.run.run = "20260221T094000Z-1c0f";
  look.run.started = "2026-02-21T09:40:00.000Z";
  for (Server& server : look.run.servers) server.clock = look.run.started;
  for (CaseResult& one : look.cases) one.started = "2026-02-21T09:40:01.000Z";
  look.run.about["rows"] = {.gate = "row_count", .owner = "", .max_age = std::chrono::minutes(29)};
  WriteEvidence(scratch_, kLook, look, "2026-02-21T09:41:00.000Z");
  Add(LedgerEvent::kLookBegan, Phase::kGate, "2026-02-21T09:40:00.000Z", Beginning());
  Add(LedgerEvent::kLookEnded, Phase::kGate, "2026-02-21T09:41:00.000Z",
      Ending(kLook, Sha256(ReadFile(In(std::string(kLook) + "/SHA256SUMS")))));
  Write();
  Expect(Verified("go"), "VERIFIED", "results that count until 2026-02-21T10:09:01.000Z");
}

TEST_F(VerifyMigrations, AfterTheCutoverNoEarlierResultIsReliedOn) {
  Evidence aged = GoodEvidence();
  aged.run.about["rows"] = {.gate = "row_count", .owner = "", .max_age = std::chrono::minutes(5)};
  WriteEvidence(scratch_, kRun, aged);
  lines_[5].details["sums"] = Sha256(ReadFile(In(std::string(kRun) + "/SHA256SUMS")));
  Add(LedgerEvent::kStageBegan, Phase::kCutover, "2026-02-21T09:32:00.000Z", Beginning());
  Add(LedgerEvent::kStageEnded, Phase::kCutover, "2026-02-21T09:33:00.000Z", Ending("", ""));
  Write();
  Expect(Verified("go"), "VERIFIED", "GO");
}

TEST_F(VerifyMigrations, ARehearsalIsNoProduction) {
  Evidence rehearsal = GoodEvidence();
  rehearsal.run.servers.back().throw_away = true;
  WriteEvidence(scratch_, kRun, rehearsal);
  lines_[5].details["sums"] = Sha256(ReadFile(In(std::string(kRun) + "/SHA256SUMS")));
  Write();
  Expect(Verified("go"), "VERIFIED", "GO");
  Expect(Verified("production"), "WRONG", "required: production, but it is a rehearsal");
  lines_[5].details["evidence"] = "";
  fs::remove_all(In(kRun));
  Write();
  Expect(Verified("production"), "NOT VERIFIED", "no stage ran checks, which would tell");
}

TEST_F(VerifyMigrations, LinesOfAnEarlierVersionAreInNoChain) {
  std::string text;
  for (const LedgerLine& line : lines_) text += ToText(ToJson(line)) + "\n";
  scratch_.File(kMigrationLedger, text);
  Sign();
  Expect("NOT VERIFIED", "its first lines are in no chain: an earlier version wrote them");
}

TEST_F(VerifyMigrations, LinesMustBeAsGonogoWritesThem) {
  std::string text = ReadFile(In(kMigrationLedger));
  const std::string more = ",\"Status\":0}\n";
  text.replace(text.find("}\n"), 2, more);
  scratch_.File(kMigrationLedger, Chained(text));
  Sign();
  Expect("WRONG", "ledger.jsonl:1: gonogo would write the line otherwise");
}

}  // namespace
}  // namespace gonogo::testing_support
