// GitHub's annotations: a golden file, the number, and that no value ends a line or a property.
#include "reporters/annotations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

std::string SamePath(const std::string& file) { return file; }

// Returns the text as GitHub decodes it.
std::string Decoded(const std::string& text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return decoded;
}

// As many cases that fail, each for its own cause.
RunReport Failing(int count) {
  RunHeader header = SampleHeader();
  header.declared.clear();
  std::vector<CaseResult> results;
  for (int i = 0; i < count; ++i) {
    const std::string subject = "public.t" + std::to_string(i);
    header.declared.push_back({"columns", subject, Phase::kGate, Severity::kRequired});
    const Finding finding{subject, "type " + std::to_string(i), "another"};
    results.push_back({.check = "columns",
                       .subject = subject,
                       .outcome = {.examined = 1, .findings = {finding}}});
  }
  return ReportOn({.run = header, .cases = results});
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines = Split(text, '\n');
  EXPECT_EQ(lines.back(), "") << text;
  lines.pop_back();
  return lines;
}

TEST(GithubAnnotations, HaveTheLineOfThePlan) {
  ExpectGolden("annotations.txt", GithubAnnotations(SampleReport(), SamePath));
}

TEST(GithubAnnotations, AreAsManyAsGithubShows) {
  EXPECT_EQ(LinesOf(GithubAnnotations(Failing(10), SamePath)).size(), 10U);
  const auto lines = LinesOf(GithubAnnotations(Failing(11), SamePath));
  EXPECT_EQ(lines.size(), 10U);
  EXPECT_EQ(lines.back(),
            "::error title=NO-GO moving::and 2 more causes: summary.md and report.html have all.");
}

TEST(GithubAnnotations, AreNoneOnlyIfTheVerdictIsGo) {
  RunReport report = Failing(1);
  report.evidence.cases.front().outcome.findings.clear();
  report = ReportOn(report.evidence);
  ASSERT_TRUE(report.IsGo());
  EXPECT_EQ(GithubAnnotations(report, SamePath), "");
  report.stage = StageEnd{Phase::kCutover, "interrupted", {}};
  EXPECT_EQ(GithubAnnotations(report, SamePath),
            "::error title=interrupted moving::report.html in the evidence says why.\n");
}

TEST(GithubAnnotations, AreNoneOfAdvice) {
  const std::string text = GithubAnnotations(SampleReport(), SamePath);
  EXPECT_EQ(text.find("no comment"), std::string::npos) << text;
}

TEST(GithubAnnotations, NameThePathInTheRepository) {
  const std::string text = GithubAnnotations(
      SampleReport(), [](const std::string& file) { return "sub,folder/" + file; });
  EXPECT_TRUE(text.starts_with("::error file=sub%2Cfolder/plans/moving day.json,line=59,")) << text;
}

// Returns what GitHub makes of a command: its message, or "" if it isn't one error.
std::string MessageOf(const std::string& line) {
  const std::size_t end = line.find("::", 2);
  if (!line.starts_with("::error ") || end == std::string::npos) return "";
  for (const std::string& property : Split(line.substr(8, end - 8), ',')) {
    const std::string name = property.substr(0, property.find('='));
    if (name != "title" && name != "file" && name != "line") return "";
  }
  return Decoded(line.substr(end + 2));
}

TEST(GithubAnnotations, ReadBackAsTheyWereWritten) {
  const std::size_t plain = LinesOf(GithubAnnotations(ReportMadeOf("word"), SamePath)).size();
  for (const std::string& text : HostileTexts()) {
    RunReport report = ReportMadeOf(text);
    report.plan.places = {{"finds", {text, 7}}};
    const auto lines = LinesOf(GithubAnnotations(report, SamePath));
    ASSERT_EQ(lines.size(), plain) << Shown(text, 200);
    for (const std::string& line : lines) ASSERT_NE(MessageOf(line), "") << line;
    ASSERT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return MessageOf(line).find(Shown(text, 100).substr(0, 100)) != std::string::npos;
    })) << Shown(text, 200);
  }
}

}  // namespace
}  // namespace gonogo
