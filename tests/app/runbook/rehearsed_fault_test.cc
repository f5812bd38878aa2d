// Faults planted between the stages of credity's runbook, as a night meets them: the stage after
// each is NO-GO, by the check that is there for it. Without a fault all are GO: rehearse_test.cc.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/record/evidence.h"
#include "core/text/glob.h"
#include "fixtures/system/flag_file.h"
#include "stages/ledger/ledger_file.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/migrations/stage_outcomes.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

const std::string kCredity = InProject("plans/credity/plan.json");

// A fault of tests/data/faults/credity, and what must be said about it.
struct Expected {
  std::string file;
  std::string after;  // as in the file's header
  std::string side;
  std::string stage;  // the one that must be NO-GO
  std::string check;
  Finding finding;  // each a pattern
};

ProcessResult RehearsedWith(const Expected& fault, const std::string& out) {
  return RunGonogo({"rehearse", "--plan", kCredity, "--fault",
                    InProject("tests/data/faults/credity/" + fault.file), "--after", fault.after,
                    "--on", fault.side, "--out", out});
}

// The findings of all cases of that check, in all runs of the rehearsal.
std::vector<Finding> FindingsOf(const std::string& check, const fs::path& out) {
  std::vector<Finding> findings;
  for (const auto& run : fs::directory_iterator(out / "runs")) {
    if (run.is_symlink()) continue;
    const std::string file = (run.path() / "evidence.jsonl").string();
    for (const CaseResult& result : ParseEvidence(ReadFile(file), file).cases) {
      if (result.check != check) continue;
      findings.insert(findings.end(), result.outcome.findings.begin(),
                      result.outcome.findings.end());
    }
  }
  return findings;
}

bool Matches(const Finding& pattern, const Finding& finding) {
  return MatchesGlob(pattern.subject, finding.subject) && MatchesGlob(pattern.have, finding.have) &&
         MatchesGlob(pattern.want, finding.want);
}

void ExpectSeen(const Expected& fault) {
  const std::string text = ReadFile(InProject("tests/data/faults/credity/" + fault.file));
  EXPECT_NE(text.find("-- when: on the " + fault.side + " after " + fault.after + "\n"),
            std::string::npos);
  EXPECT_NE(text.find("-- red: " + fault.check + "\n"), std::string::npos);

  const Scratch scratch;
  const std::string out = scratch.Path("rehearsal");
  const ProcessResult run = RehearsedWith(fault, out);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "seen: " + fault.file + " on the " + fault.side + " after " +
                                 fault.after + ": stage " + fault.stage +
                                 " is NO-GO, as it must be\n"))
      << run.output;

  const std::vector<std::string> outcomes = StageOutcomes(ReadLedger(out + "/ledger.jsonl"));
  ASSERT_FALSE(outcomes.empty());
  EXPECT_EQ(outcomes.back(), fault.stage + " NO-GO");
  EXPECT_NE(std::find(outcomes.begin(), outcomes.end(), fault.after + " GO"), outcomes.end());

  const std::vector<Finding> findings = FindingsOf(fault.check, out);
  const auto fits = [&](const Finding& one) { return Matches(fault.finding, one); };
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), fits)) << run.output;
}

TEST(SlowFault, ADroppedIndexEndsTheGate) {
  ExpectSeen({.file = "dropped_index.sql",
              .after = "backfill",
              .side = "target",
              .stage = "gate",
              .check = "query_plans",
              .finding = {"frequent:* wallet.credentials", "a sequential scan of 2 MB, cost *",
                          "a scan by index credentials_user_id_idx, cost *, as on the source: the "
                          "target lacks it: create it"}});
}

TEST(SlowFault, MissingStatisticsEndTheGate) {
  ExpectSeen({.file = "without_statistics.sql",
              .after = "backfill",
              .side = "target",
              .stage = "gate",
              .check = "query_plans",
              .finding = {"frequent:* issuer.credentials", "a sequential scan of 2 MB, cost *",
                          "a scan by index credentials_revoked_at_idx, cost *, as on the source: "
                          "run ANALYZE issuer.credentials, and compare settings"}});
}

TEST(SlowFault, AnotherCollationEndsVerify) {
  ExpectSeen({.file = "another_collation.sql",
              .after = "backfill",
              .side = "target",
              .stage = "verify",
              .check = "answers",
              .finding = {"answers row 1", "name=École des diplômes 1, *",
                          "name=Office of Records 12, *"}});
}

TEST(SlowFault, ADeployUnderWayEndsTheCutoverBeforeItsFreeze) {
  ExpectSeen({.file = "deploy_under_way.sql",
              .after = "dual-write",
              .side = "source",
              .stage = "cutover",
              .check = "schema_frozen",
              .finding = {"issuer.credentials column withdrawn_on", "new since *",
                          "none, as at preflight"}});
}

// The services need longer to notice the freeze than the cutover may take.
TEST(SlowFault, ACutoverThatIsNotThereInTimeGoesBackToTheSource) {
  const Scratch scratch;
  const std::string sample = InProject("fixtures/samples/credity/rehearsal.env");
  std::string late = ReadFile(sample);
  const std::string settles = "\nSETTLE_S=1\n";
  ASSERT_NE(late.find(settles), std::string::npos);
  late.replace(late.find(settles), settles.size(), "\nSETTLE_S=60\nCUTOVER_S=5\n");
  const std::string out = scratch.Path("rehearsal");
  const ProcessResult run = RunGonogo(
      {"rehearse", "--plan", kCredity, "--env-file", scratch.File("late.env", late), "--out", out});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "  TAKES BACK what was done: not done 5 s after the first command: close "
                        "the source hasn't begun\n"
                        "  turn writes of new sessions on the source on\n"
                        "  set READ_FROM=source WRITE_TO=both in "))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "\nrehearsed: credity  NO-GO  ")) << run.output;
  EXPECT_EQ(ReadFlags(out + "/flags.env"),
            (Environment{{"READ_FROM", "source"}, {"WRITE_TO", "both"}}));

  const Ledger ledger = ReadLedger(out + "/ledger.jsonl");
  EXPECT_EQ(StageOutcomes(ledger).back(), "cutover NO-GO");
  const Json reasons =
      ledger.Last(LedgerEvent::kStageEnded, Phase::kCutover)->details.at("reasons");
  EXPECT_EQ(reasons.at(0), "not done 5 s after the first command: close the source hasn't begun");
  EXPECT_TRUE(std::any_of(ledger.lines.begin(), ledger.lines.end(), [](const LedgerLine& line) {
    return line.stage == Phase::kCutover && line.step == kUndoneStep;
  }));
}

TEST(SlowFault, ThatNoCheckSeesIsSaid) {
  const Scratch scratch;
  const std::string harmless = scratch.File("harmless.sql", "SELECT 1;\n");
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", kCredity, "--fault", harmless, "--after", "preflight",
                 "--until", "schema", "--json", "--out", scratch.Path("rehearsal")});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "NOT SEEN: harmless.sql on the target after preflight: every stage is GO, "
                        "so the plan lacks a check\n"))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "\"seen\": false")) << run.output;
  EXPECT_TRUE(OutputHas(run, "\"exit_status\": 1")) << run.output;
  const std::string out = scratch.Path("rehearsal");
  EXPECT_EQ(ReadLedger(out + "/ledger.jsonl").PlantedFault(),
            "harmless.sql on the target after preflight");
  const ProcessResult shown = RunGonogo({"evidence", "show", out});
  EXPECT_EQ(shown.status, 3) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "a rehearsal with a planted fault releases nothing: harmless.sql"))
      << shown.output;
}

TEST(SlowFault, ThatCanNotBePlantedProvesNothing) {
  const Scratch scratch;
  const std::string broken = scratch.File("broken.sql", "DROP TABLE public.nothing;\n");
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", kCredity, "--fault", broken, "--after", "preflight",
                 "--until", "schema", "--out", scratch.Path("rehearsal")});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "broken.sql:1: ERROR")) << run.output;
}

// Refuses before any server is started.
ProcessResult Refused(const Words& more, const std::string& plan = kCredity) {
  Words words = {"rehearse", "--plan", plan, "--out", Scratch().Path("rehearsal")};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult run = RunGonogo(words);
  EXPECT_EQ(run.status, 2) << run.output;
  return run;
}

TEST(Fault, IsRefusedIfNoStageCouldSeeIt) {
  const std::string file = InProject("tests/data/faults/credity/dropped_index.sql");
  for (const Words& places : {Words{"--after", "finalize"},
                              {"--after", "gate", "--until", "gate"},
                              {"--after", "cutover", "--until", "gate"}}) {
    Words words = {"--fault", file};
    words.insert(words.end(), places.begin(), places.end());
    const ProcessResult run = Refused(words);
    EXPECT_TRUE(OutputHas(run, "no stage that runs after " + places.at(1) + " could see the fault"))
        << run.output;
  }
}

TEST(Fault, IsRefusedInAPlaceThatThePlanDoesNotHave) {
  const std::string file = InProject("tests/data/faults/credity/dropped_index.sql");
  const std::string in_place = InProject("plans/mandate-008/plan.json");
  EXPECT_TRUE(OutputHas(Refused({"--fault", file, "--after", "rollback"}),
                        "the plan has no stage rollback for --after"));
  EXPECT_TRUE(OutputHas(Refused({"--fault", file, "--after", "backfill"}, in_place),
                        "the plan has no stage backfill for --after"));
  EXPECT_TRUE(OutputHas(Refused({"--fault", file, "--after", "schema", "--on", "source"}, in_place),
                        "the plan has no source to plant a fault on"));
  EXPECT_TRUE(OutputHas(Refused({"--fault", "nowhere.sql", "--after", "gate"}), "nowhere.sql"));
  EXPECT_TRUE(OutputHas(Refused({"--fault", file}), "--after"));
}

}  // namespace
}  // namespace gonogo::testing_support
