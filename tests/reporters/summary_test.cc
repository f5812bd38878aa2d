// The summary of a run and its few lines: golden files, hostile texts, size.
#include "reporters/summary.h"

#include <gtest/gtest.h>

#include <span>

#include "reporters/model/shown_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

bool IsIn(const std::string& words, const std::string& text) {
  return text.find(words) != std::string::npos;
}

// As many cases that fail, each for its own cause.
RunReport ManyCauses(int count, std::size_t words) {
  RunHeader header = SampleHeader();
  header.declared.clear();
  std::vector<CaseResult> results;
  for (int i = 0; i < count; ++i) {
    const std::string subject = "public.t" + std::to_string(i);
    header.declared.push_back({"columns", subject, Phase::kGate, Severity::kRequired});
    const Finding finding{subject, std::string(words, 'h') + std::to_string(i), "another"};
    results.push_back({.check = "columns",
                       .subject = subject,
                       .outcome = {.examined = 1, .findings = {finding}}});
  }
  return ReportOn({.run = header, .cases = results});
}

// Returns the lines in which a text stands outside code.
std::string OutsideCode(const std::string& markdown) {
  std::string outside;
  std::size_t at = 0;
  while (at < markdown.size()) {
    if (markdown[at] != '`') {
      outside += markdown[at++];
      continue;
    }
    std::size_t end = at;
    while (end < markdown.size() && markdown[end] == '`') ++end;
    const std::string fence = markdown.substr(at, end - at);
    const auto closes = [&](std::size_t place) {
      return markdown[place - 1] != '`' && markdown[place + fence.size()] != '`';
    };
    std::size_t close = markdown.find(fence, end);
    while (close != std::string::npos && !closes(close)) close = markdown.find(fence, close + 1);
    if (close == std::string::npos) return outside + "UNCLOSED";
    outside += "CODE";
    at = close + fence.size();
  }
  return outside;
}

TEST(Summary, HasBlockersFirst) { ExpectGolden("summary.md", SummaryMarkdown(SampleReport())); }

TEST(Summary, HasAFewLines) { ExpectGolden("brief.md", BriefMarkdown(SampleReport())); }

TEST(Summary, SaysFirstThatThereIsNoVerdict) {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = {}});
  report.doubts = {"the run broke off"};
  EXPECT_TRUE(SummaryMarkdown(report).starts_with("# NO VERDICT: `moving` verify, gate"));
  EXPECT_TRUE(BriefMarkdown(report).starts_with("**NO VERDICT: `moving` verify, gate"));
}

TEST(Summary, IsNeverDroppedBecauseOfItsSize) {
  const std::string summary = SummaryMarkdown(ManyCauses(800, 1'500));
  EXPECT_LE(summary.size(), 900'000U);
  EXPECT_TRUE(
      IsIn(" blockers, 0 that could not be told, 0 advisory. report.html and verdict.json have "
           "all.\n",
           summary.substr(summary.size() - 150)))
      << summary.substr(summary.size() - 100);
}

TEST(Summary, LeavesOutTablesThatAreTooLarge) {
  RunHeader header = SampleHeader();
  header.declared.clear();
  for (int i = 0; i < 500; ++i) {
    header.declared.push_back({"check_" + std::to_string(i), "a", Phase::kGate});
  }
  const std::string summary = SummaryMarkdown(ReportOn({.run = header, .cases = {}}), 60'000);
  EXPECT_LE(summary.size(), 60'000U);
  EXPECT_TRUE(IsIn("\nreport.html has the tables of checks and servers.\n", summary));
  EXPECT_TRUE(IsIn("`check_499 did not run`", summary) || IsIn("check_0", summary)) << summary;
}

TEST(Summary, IsBriefHoweverMuchIsWrong) {
  const std::string brief = BriefMarkdown(ManyCauses(300, 200));
  EXPECT_LE(brief.size(), 4'096U);
  EXPECT_TRUE(IsIn(" more causes: report.html has all\n", brief)) << brief;
  EXPECT_LE(BriefMarkdown(ReportMadeOf(std::string(10'240, 'n'))).size(), 4'096U);
}

TEST(Summary, TellsAMessageNeitherServersNorKeys) {
  RunReport report = SampleReport();
  report.doubts = {"source: connection to old.example:5432 as app@old.example:5432/moving failed"};
  report.groups.push_back({.status = Status::kFail,
                           .cause = "1 row missing on the target",
                           .todo = "",
                           .checks = {"rows"},
                           .cases = {"rows.public.users"},
                           .members = {"public.users (mail=a@b.c)"},
                           .objects = {},
                           .relation = "public.users"});
  const std::string brief = BriefMarkdown(report);
  EXPECT_FALSE(IsIn("old.example", brief)) << brief;
  EXPECT_FALSE(IsIn("a@b.c", brief)) << brief;
  EXPECT_TRUE(IsIn("`public.users`: `1 row missing on the target`", brief)) << brief;
}

// Outside code there is nothing but what a plain word gives.
void ExpectEveryValueAsCode(std::span<const std::string> texts) {
  const RunReport word = ReportMadeOf("word");
  const std::string summary = OutsideCode(SummaryMarkdown(word));
  const std::string brief = OutsideCode(BriefMarkdown(word));
  for (const std::string& text : texts) {
    const RunReport report = ReportMadeOf(text);
    const std::string markdown = SummaryMarkdown(report);
    ASSERT_EQ(OutsideCode(markdown), summary) << Shown(text, 200);
    ASSERT_EQ(OutsideCode(BriefMarkdown(report)), brief) << Shown(text, 200);
    ASSERT_FALSE(IsIn("\xE2\x80\xAE", markdown));
  }
}

TEST(Summary, HasEveryValueAsCode) {
  const auto texts = HostileTexts();
  ExpectEveryValueAsCode(std::span(texts).first(50));
}

TEST(SlowSummary, HasEveryValueAsCode) {
  const auto texts = HostileTexts();
  ExpectEveryValueAsCode(std::span(texts).subspan(50));
}

}  // namespace
}  // namespace gonogo
