// What prevents GO, by cause.
#include "reporters/model/blockers.h"

#include <gtest/gtest.h>

#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

std::vector<std::string> CausesIn(const std::vector<Blocker>& blockers) {
  std::vector<std::string> causes;
  for (const Blocker& one : blockers) causes.push_back(one.cause);
  return causes;
}

RunReport OnlyHeader() {
  RunHeader header = SampleHeader();
  header.servers.clear();
  return ReportOn({.run = header, .cases = {}});
}

TEST(Blockers, HaveTheCommandThatLooksAgain) {
  RunReport report = SampleReport();
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo rehearse --plan 'plans/moving day.json'");
  report.plan.stages.clear();
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo rehearse --plan 'plans/moving day.json' --check row_count");
  report.plan.has_fixture = false;
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo run verify --plan 'plans/moving day.json' --pair NAME --check row_count");
  report.plan.file.clear();
  EXPECT_EQ(BlockersOf(report).failed.front().command, "gonogo rehearse");
  report.plan.file = "plans/moving day.json";
  report.evidence.run.servers.clear();
  EXPECT_EQ(BlockersOf(report).failed.front().command,
            "gonogo run verify --plan 'plans/moving day.json' --check row_count");
}

// Whoever reads the evidence need not name the plan and the env file again.
TEST(Blockers, NameTheFilesOfTheRunInTheCommand) {
  RunReport report = SampleReport();
  report.evidence.run.servers.clear();
  report.evidence.run.env_file = "prod.env";
  const std::string options = " --env-file prod.env --check row_count";
  const auto command = [&] { return BlockersOf(report).failed.front().command; };
  EXPECT_EQ(command(), "gonogo run verify --plan 'plans/moving day.json'" + options);
  report.plan = {};
  report.evidence.run.plan_file = "moving.json";
  EXPECT_EQ(command(), "gonogo run verify --plan moving.json" + options);
}

TEST(Blockers, SaySinceWhenTheyAreRed) {
  EXPECT_EQ(BlockersOf(SampleReport()).failed.front().since, "2025-12-31T23:00:00.000Z");
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}});  // one cause, many cases
  report.earlier = EarlierRun{.run = "r",
                              .started = "",
                              .text = "",
                              .cases = {},
                              .red = {{"row_count.public.users", "2026-01-01T00:00:00.000Z"},
                                      {"inventory.tables", "2026-01-02T00:00:00.000Z"}}};
  EXPECT_EQ(BlockersOf(report).untold.front().since, "2026-01-01T00:00:00.000Z") << "the first";
}

// The plan and its records may be well while a step of the stage failed.
TEST(Blockers, BeginWithWhatTheStageSays) {
  RunReport report = SampleReport();
  report.stage = StageEnd{Phase::kGate, "NO-GO", {"command freeze: exit status 1"}};
  EXPECT_EQ(CausesIn(BlockersOf(report).failed).front(), "command freeze: exit status 1");
  report.stage->outcome = "interrupted";
  EXPECT_EQ(CausesIn(BlockersOf(report).untold).front(), "command freeze: exit status 1");
}

TEST(Blockers, AreCasesThatDidNotRun) {
  const Blockers blockers = BlockersOf(OnlyHeader());
  EXPECT_TRUE(blockers.failed.empty());
  ASSERT_EQ(blockers.untold.size(), 1U);
  EXPECT_EQ(blockers.untold.front().members.size(), SampleHeader().declared.size());
}

TEST(Blockers, AreWhatMakesTheRunDoubtful) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}, .contradictions = {"edited"}});
  report.doubts = {"the run broke off"};
  const auto untold = CausesIn(BlockersOf(report).untold);
  EXPECT_EQ(untold.at(0), "the run broke off");
  EXPECT_EQ(untold.at(1), "edited");
}

TEST(Blockers, AreACaseThatThePlanDoesNotDeclare) {
  const RunReport report =
      ReportOn({.run = SampleHeader(), .cases = {{.check = "own", .subject = "public.users"}}});
  EXPECT_EQ(CausesIn(BlockersOf(report).failed).front(),
            "own.public.users ran, but the plan does not declare it");
}

// What a case found, of a check of this gate.
CaseResult FindingOf(const std::string& check, const Finding& finding) {
  return {.check = check, .subject = finding.subject, .outcome = {1, {finding}, {}}};
}

// Returns the only blocker of a run in which the cases found this, with the texts of SampleGates().
Blocker OnlyBlockerOf(std::vector<CaseResult> cases, std::map<std::string, CheckFacts> about) {
  RunHeader run{.run = "r", .about = std::move(about)};
  for (const CaseResult& one : cases) run.declared.push_back({one.check, one.subject});
  RunReport report = ReportOn({.run = run, .cases = std::move(cases)});
  report.gate_table = SampleGates();
  const Blockers blockers = BlockersOf(report);
  std::vector<Blocker> all = blockers.failed;
  all.insert(all.end(), blockers.untold.begin(), blockers.untold.end());
  EXPECT_EQ(all.size(), 1U);
  return all.front();
}

TEST(Blockers, HaveTheTextsOfTheirGate) {
  const Blocker blocker = OnlyBlockerOf({FindingOf("rows", {"public.a", "1 row", "2 rows"})},
                                        {{"rows", {"row_count"}}});
  EXPECT_EQ(blocker.means, "Rows were lost or added on the way.");
  EXPECT_EQ(blocker.todo, "Find them with gonogo diff.");
  EXPECT_EQ(blocker.text, "FAIL rows.public.a: have 1 row, want 2 rows");
}

// Evidence may be of another version, or older than the names of gates in it.
TEST(Blockers, OfAnUnknownGateHaveNoTexts) {
  const std::map<std::string, CheckFacts> unknown = {{"rows", {"gate_of_tomorrow"}}};
  for (const auto& about : {unknown, std::map<std::string, CheckFacts>()}) {
    const Blocker blocker =
        OnlyBlockerOf({FindingOf("rows", {"public.a", "1 row", "2 rows"})}, about);
    EXPECT_EQ(blocker.means + blocker.todo, "");
  }
}

// The texts are about findings: who could not look has found nothing.
TEST(Blockers, ThatAreErrorsHaveOnlyWhatTheCauseSays) {
  CaseResult result{.check = "rows", .subject = "public.a"};
  result.error =
      CaseError{"target: ERROR:  permission denied for table a (SQLSTATE 42501)", "42501"};
  const Blocker blocker = OnlyBlockerOf({result}, {{"rows", {"row_count"}}});
  EXPECT_EQ(blocker.means, "");
  EXPECT_EQ(blocker.todo, "sql/grants/gonogo.sql grants what it needs");
  result.error = CaseError{"target: ERROR:  out of memory (SQLSTATE 53200)", "53200"};
  const Blocker other = OnlyBlockerOf({result}, {{"rows", {"row_count"}}});
  EXPECT_EQ(other.means + other.todo, "");
}

TEST(Blockers, OfSeveralGatesHaveOneAdvice) {
  const Finding absent{"table public.a", "none on the target", "one, as on the source"};
  const Blocker blocker = OnlyBlockerOf({FindingOf("owner", absent), FindingOf("rights", absent)},
                                        {{"owner", {"owners"}}, {"rights", {"grants"}}});
  EXPECT_EQ(blocker.means,
            "The application finds nothing on the target where the source has these objects.");
  EXPECT_EQ(blocker.todo,
            "Create them on the target as pg_dump --schema-only of the source writes them.");
}

TEST(Blockers, OfRowsThatSeveralGatesMissHaveOneAdvice) {
  CaseResult contents = FindingOf("contents", {"public.a (id=1)", "no row", "a row"});
  contents.subject = "public.a";
  contents.outcome.measured["contents"] = {
      {"relation", "public.a"}, {"what", "1 row missing"}, {"missing", 1}, {"extra", 0}};
  CaseResult count = FindingOf("rows", {"public.a", "1 row", "2 rows"});
  count.outcome.measured = {{"relation", "public.a"}, {"source_rows", 2}, {"target_rows", 1}};
  const Blocker blocker =
      OnlyBlockerOf({count, contents}, {{"rows", {"row_count"}}, {"contents", {"row_checksum"}}});
  EXPECT_EQ(blocker.means, "Rows were lost, added or changed on the way to the target.");
}

TEST(Blockers, NameTheOwnersOfTheirChecksOnce) {
  const Finding absent{"table public.a", "none on the target", "one, as on the source"};
  const Blocker blocker = OnlyBlockerOf(
      {FindingOf("owner", absent), FindingOf("rights", absent), FindingOf("columns", absent)},
      {{"owner", {"owners", "storage"}},
       {"rights", {"grants", "security"}},
       {"columns", {"columns", "storage"}}});
  EXPECT_EQ(blocker.owners, (std::vector<std::string>{"storage", "security"}));
}

TEST(Blockers, HaveOneCommandThatLooksAgainAtAll) {
  RunReport report = SampleReport();
  report.plan.stages.clear();
  const Blockers blockers = BlockersOf(report);
  std::vector<Blocker> all = blockers.failed;
  EXPECT_EQ(CommandThatLooksAgainAt(report, {}), "");
  all.insert(all.end(), blockers.untold.begin(), blockers.untold.end());
  EXPECT_EQ(CommandThatLooksAgainAt(report, all),
            "gonogo rehearse --plan 'plans/moving day.json' --check row_count --check enum_order "
            "--check comments --check approvals --check inventory");
}

}  // namespace
}  // namespace gonogo
