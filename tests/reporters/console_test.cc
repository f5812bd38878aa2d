// The output of a run against golden files. Names from a database can't break the terminal.
#include "reporters/console.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/text/text.h"
#include "tests/golden/golden.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

// Returns the sample run as `gonogo run` prints it.
std::string Printed(const ConsoleStyle& style) {
  const Console console(style);
  const RunHeader header = SampleHeader();
  const std::vector<CaseResult> cases = SampleCases();
  std::string text = console.Header(header) + console.PhaseHeading(Phase::kVerify);
  for (const CaseResult& result : cases) text += console.CaseLines(result, header);
  RunReport report = SampleReport();
  report.evidence = {.run = header, .cases = cases};
  report.folder = "evidence/x";
  return text + console.VerdictLines(report);
}

RunReport InFolder(const Evidence& evidence, const std::string& folder) {
  RunReport report = ReportOn(evidence);
  report.folder = folder;
  return report;
}

std::string CaseLines(const CaseResult& result) {
  return Console({}).CaseLines(result, RunHeader());
}

CaseResult Passed() { return {.check = "rows", .subject = "users", .outcome = {.examined = 1}}; }

// A line without indentation would look like a line of the run, such as the verdict.
void ExpectEveryLineIndented(const std::string& lines) {
  ASSERT_TRUE(lines.ends_with('\n'));
  for (const std::string& line : Split(lines.substr(0, lines.size() - 1), '\n')) {
    EXPECT_TRUE(line.starts_with("  ")) << "not indented: " << line << "\nin:\n" << lines;
  }
}

TEST(Console, PrintsARun) { ExpectGolden("console.txt", Printed({})); }

TEST(Console, PrintsARunInColor) { ExpectGolden("console_color.txt", Printed({.color = true})); }

TEST(Console, PrintsOnlyWhatDidNotPassOfAQuietRun) {
  ExpectGolden("console_quiet.txt", Printed({.quiet = true}));
}

// Only what is copied as a whole may be longer: a command, a path, a name.
TEST(Console, FitsATerminal) {
  const std::string printed = Printed({.width = 80});
  ExpectGolden("console_80.txt", printed);
  for (const std::string& line : Split(printed, '\n')) {
    const bool is_command = line.find('`') != std::string::npos || line.starts_with("again: ");
    EXPECT_TRUE(is_command || line.size() <= 80) << line;
  }
}

// 300 columns that differ are one check's story; the others have theirs.
TEST(Console, ShowsAFewCausesOfEachCheckAndCountsTheOthers) {
  Evidence evidence{.run = {.run = "r"}, .cases = {}};
  for (int i = 0; i < 20; ++i) {
    const std::string check = i < 18 ? "columns" : fmt::format("other{}", i);
    const std::string subject = fmt::format("t{}", i);
    evidence.run.declared.push_back({check, subject});
    evidence.cases.push_back({.check = check,
                              .subject = subject,
                              .outcome = {1, {{subject, fmt::format("{} rows", i), "none"}}, {}}});
  }
  const std::string printed = Console({}).VerdictLines(InFolder(evidence, "x"));
  EXPECT_NE(printed.find("FAIL columns.t4: have 4 rows"), std::string::npos) << printed;
  EXPECT_EQ(printed.find("columns.t5"), std::string::npos) << printed;
  EXPECT_NE(printed.find("FAIL other19.t19: have 19 rows, want none\n"
                         "  and 13 more causes, which report.html lists\n"),
            std::string::npos)
      << printed;
}

// Who reads it at night must find the owner, but not on each line.
TEST(Console, NamesTheOwnerOfAllCausesOnce) {
  Evidence evidence{.run = {.run = "r", .about = {{"rows", {"row_count", "storage"}}}},
                    .cases = {}};
  for (const char* const subject : {"a", "b"}) {
    evidence.run.declared.push_back({"rows", subject});
    evidence.cases.push_back(
        {.check = "rows", .subject = subject, .outcome = {1, {{subject, subject, "none"}}, {}}});
  }
  const std::string printed = Console({}).VerdictLines(InFolder(evidence, "x"));
  EXPECT_NE(printed.find("\nowner:    storage\n"), std::string::npos) << printed;
  EXPECT_EQ(printed.find("  owner:"), std::string::npos) << printed;
}

TEST(Console, ShowsFewRemarksOfANoGoSoThatItsCausesStayOnTheScreen) {
  RunReport report = InFolder({.run = {.run = "r"}, .cases = {}}, "x");
  report.verdict.remarks = {"one", "two", "three", "four", "five"};
  EXPECT_NE(Console({}).VerdictLines(report).find(
                "  remark: three\n  and 2 more remarks, which verdict.json lists\n"),
            std::string::npos);
  report.verdict.decision = Decision::kGo;
  EXPECT_NE(Console({}).VerdictLines(report).find("  remark: five\n"), std::string::npos);
}

TEST(Console, EndsANoGoWithWhereThereIsMoreAndHowToLookAgain) {
  EXPECT_TRUE(Printed({.quiet = true})
                  .ends_with("\npage: evidence/x/report.html, more: gonogo evidence show "
                             "evidence/x --summary\n"));
  EXPECT_TRUE(
      Printed({}).ends_with("\npage:     evidence/x/report.html\n"
                            "more:     gonogo evidence show evidence/x --summary\n"
                            "again:    gonogo rehearse --plan 'plans/moving day.json'\n"));
}

// A stage says at its beginning and end what all its runs of checks have in common.
TEST(Console, IsBriefInAStage) {
  const Console console({.in_stage = true});
  EXPECT_EQ(console.Header(SampleHeader()), "");
  RunReport report = InFolder({}, "evidence/x");
  report.verdict = {.decision = Decision::kGo, .passed = 2};
  EXPECT_EQ(console.VerdictLines(report), "  GO  2 passed, 0 failed, 0 errors, 0 not run\n");
  const std::string red = Printed({.quiet = true, .in_stage = true});
  EXPECT_TRUE(
      red.ends_with("\nevidence: evidence/x\n"
                    "again:    gonogo rehearse --plan 'plans/moving day.json'\n"))
      << red;
}

TEST(Console, SaysFirstThatARunIsARehearsal) {
  EXPECT_TRUE(Console({})
                  .Header(SampleHeader())
                  .starts_with("rehearsal on the throw-away pair: not release evidence\n"));
}

TEST(Console, DoesNotMentionARehearsalInOtherRuns) {
  EXPECT_EQ(Console({}).Header({.tool = "gonogo 0.1.0",
                                .plan = "moving",
                                .plan_digest = "0123456789abcdef",
                                .strict = true,
                                .servers = {}}),
            "gonogo 0.1.0  plan moving  sha256 0123456789ab  strict\n");
}

TEST(Console, PrintsFindingsWithOneCauseAsOneLine) {
  CaseResult result = Passed();
  for (const char* const key : {"1", "2", "3", "4", "5"}) {
    result.outcome.findings.push_back({fmt::format("t (id={})", key), "other a", "a"});
  }
  result.outcome.findings.insert(result.outcome.findings.begin() + 1,
                                 {"t (id=9)", "no row", "a row"});
  result.outcome.findings.push_back({"t (id=8)", "no row", "a row"});
  EXPECT_EQ(CaseLines(result),
            "  FAIL   rows.users  0 ms\n"
            "         t (id=1), t (id=2), t (id=3) and 2 more: have other a, want a\n"
            "         t (id=9): have no row, want a row\n"
            "         t (id=8): have no row, want a row\n");
}

TEST(Console, PrintsNothingButGoIfThereAreNoRemarks) {
  RunReport report = InFolder({}, "evidence/x");
  report.verdict = {.decision = Decision::kGo, .passed = 2};
  EXPECT_EQ(Console({}).VerdictLines(report),
            "\nGO  2 passed, 0 failed, 0 errors, 0 not run\nevidence: evidence/x\n");
}

TEST(Console, ShowsAnAdvisoryFindingOfACaseThatPassedEvenWhenQuiet) {
  CaseResult result = Passed();
  result.outcome.findings = {{"users", "no comment", "a comment", Severity::kAdvisory}};
  EXPECT_EQ(Console({.quiet = true}).CaseLines(result, RunHeader()),
            "  PASS   rows.users  0 ms\n"
            "         users: have no comment, want a comment  (advisory)\n");
  // The summary of the verdict tells it.
  EXPECT_EQ(Console({.quiet = true}).CaseLines(result, {.strict = true}), "");
}

TEST(Console, CountsMoreCasesThatPassedUnlessQuiet) {
  EXPECT_EQ(Console({}).MoreLine("columns", 597, std::chrono::milliseconds(12)),
            "  PASS   columns: 597 more cases  12 ms\n");
  EXPECT_EQ(Console({}).MoreLine("columns", 0, {}), "");
  EXPECT_EQ(Console({.quiet = true}).MoreLine("columns", 597, {}), "");
}

TEST(Console, PrintsNoEscapeSequence) {
  CaseResult result = Passed();
  result.subject = "\x1B[2J";
  result.outcome.findings = {{"\x1B]0;", "\x07", "\x08"}};
  for (const char c : CaseLines(result)) EXPECT_TRUE(c == '\n' || c >= ' ');
}

TEST(Console, IndentsEveryLineOfAnErrorMessage) {
  CaseResult result = Passed();
  result.error = CaseError{"lost\n\nGO  1 passed", ""};
  ExpectEveryLineIndented(CaseLines(result));
}

// People who sign or waive write such texts, too.
TEST(Console, IndentsEveryLineOfTextsFromPeople) {
  CaseResult result = Passed();
  result.outcome = {.not_run = "nobody\n\nGO  1 passed"};
  const RunHeader run = {.started = "2026-01-02T03:04:05Z",
                         .waivers = {{.check = "rows",
                                      .subject = "*",
                                      .reason = "known\n\nGO  1 passed",
                                      .owner = "the team\nGO",
                                      .until = "2026-01-02",
                                      .finding = "*"}}};
  ExpectEveryLineIndented(CaseLines(result));
  const std::string waived = Console({}).CaseLines(result, run);
  EXPECT_TRUE(waived.starts_with("  WAIVED  rows.users")) << waived;
  ExpectEveryLineIndented(waived);
}

// In a pipeline, a waiver that expired over night is why the run is red.
TEST(Console, ShowsWaiversThatNoLongerCountEvenWhenQuiet) {
  Evidence evidence;
  evidence.run.started = "2026-01-02T03:04:05Z";
  evidence.run.declared = {{.check = "rows", .subject = "users"}};
  evidence.cases = {Passed()};
  evidence.cases.back().outcome.findings = {{"users", "1 row", "2 rows"}};
  evidence.run.waivers = {{.check = "rows",
                           .subject = "users",
                           .reason = "known",
                           .owner = "the team",
                           .until = "2026-01-01",
                           .finding = "*"}};
  evidence.run.waivers.push_back(evidence.run.waivers.front());
  evidence.run.waivers.back().subject = "keys";
  const std::string red = Console({.quiet = true}).VerdictLines(InFolder(evidence, "x"));
  EXPECT_NE(red.find("\n  waiver of rows.users, findings like * expired on 2026-01-01\n"),
            std::string::npos)
      << red;
  EXPECT_EQ(red.find("rows.keys"), std::string::npos) << red;
}

TEST(Console, ShowsWaivedFindingsEvenWhenQuiet) {
  CaseResult result = Passed();
  result.outcome.findings = {{"users", "1 row", "2 rows"}};
  const RunHeader run = {.started = "2026-01-02T03:04:05Z",
                         .waivers = {{.check = "rows",
                                      .subject = "*",
                                      .reason = "known",
                                      .owner = "the team",
                                      .until = "2026-01-02",
                                      .finding = "*"}}};
  EXPECT_EQ(Console({.quiet = true}).CaseLines(result, run),
            "  WAIVED  rows.users  0 ms\n"
            "         users: have 1 row, want 2 rows\n"
            "         accepted by the team until 2026-01-02: known\n");
}

// Somebody may give a relation such a name on purpose.
TEST(Console, IndentsEveryLineOfACaseNameWithANewline) {
  CaseResult result = Passed();
  result.subject = "users\n\nGO  1 passed";
  ExpectEveryLineIndented(CaseLines(result));
}

TEST(Console, IndentsEveryLineOfAFindingWithANewline) {
  CaseResult result = Passed();
  result.outcome.findings = {{"users\nGO  1 passed", "a\nGO  1 passed", "b\nGO  1 passed"}};
  ExpectEveryLineIndented(CaseLines(result));
}

}  // namespace
}  // namespace gonogo
