// Metrics for Prometheus: a golden file, which verdict is which, and labels made of anything.
#include "reporters/metrics.h"

#include <gtest/gtest.h>

#include <regex>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "tests/golden/golden.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

RunReport Passing() {
  RunHeader header = SampleHeader();
  header.declared = {{"row_count", "public.users", Phase::kVerify, Severity::kRequired}};
  return ReportOn(
      {.run = header,
       .cases = {{.check = "row_count", .subject = "public.users", .outcome = {.examined = 1}}}});
}

// Returns the verdict whose metric is 1, or "" unless it is exactly one of four.
std::string VerdictIn(const std::string& metrics) {
  const std::regex line("gonogo_verdict\\{[^}]*verdict=\"([a-z_]+)\"\\} ([01])\n");
  std::string verdict;
  int count = 0;
  int is = 0;
  for (auto it = std::sregex_iterator(metrics.begin(), metrics.end(), line);
       it != std::sregex_iterator(); ++it) {
    ++count;
    if ((*it)[2] == "0") continue;
    verdict = (*it)[1];
    ++is;
  }
  return count == 4 && is == 1 ? verdict : "";
}

TEST(PrometheusMetrics, DescribeARun) {
  ExpectGolden("metrics.prom", PrometheusMetrics(SampleReport()));
}

// Nobody must take a part of a GO, or a run that broke off, for a GO.
TEST(PrometheusMetrics, HaveOneVerdict) {
  RunReport report = Passing();
  EXPECT_EQ(VerdictIn(PrometheusMetrics(report)), "go");
  report.evidence.run.planned = 20;
  EXPECT_EQ(VerdictIn(PrometheusMetrics(report)), "partial_go");
  report.stage = StageEnd{Phase::kVerify, "interrupted", {}};
  EXPECT_EQ(VerdictIn(PrometheusMetrics(report)), "undecided");
  report.stage = StageEnd{Phase::kVerify, "NO-GO", {}};
  EXPECT_EQ(VerdictIn(PrometheusMetrics(report)), "no_go");
  report.doubts = {"the run broke off"};
  EXPECT_EQ(VerdictIn(PrometheusMetrics(report)), "undecided");
  EXPECT_EQ(VerdictIn(PrometheusMetrics(SampleReport())), "no_go");
  EXPECT_EQ(VerdictIn(PrometheusMetrics(ReportOn({.run = SampleHeader(), .cases = {}}))),
            "undecided");
}

TEST(PrometheusMetrics, HaveTheLastMomentToTurnBackIfItIsKnown) {
  RunReport report = SampleReport();
  EXPECT_NE(PrometheusMetrics(report).find("\ngonogo_turn_back_timestamp_seconds{"),
            std::string::npos);
  report.rehearsed->counts.clear();
  EXPECT_EQ(PrometheusMetrics(report).find("turn_back"), std::string::npos);
}

// Returns a label's value as Prometheus reads it.
std::string Unescaped(const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') ++i;
    text += value[i] == 'n' && i > 0 && value[i - 1] == '\\' ? '\n' : value[i];
  }
  return text;
}

TEST(PrometheusMetrics, ReadBackAsTheyWereWritten) {
  const std::regex line(
      "[a-z_]+\\{plan=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\",phase=\"gate\",rehearsal=\"false\"(?:,[a-z]+=\"[a-z_]+\")?"
      "\\} [0-9.]+");
  for (const std::string& text : HostileTexts()) {
    for (const std::string& one : Split(PrometheusMetrics(ReportMadeOf(text)), '\n')) {
      if (one.empty() || one.starts_with("# ")) continue;
      std::smatch found;
      ASSERT_TRUE(std::regex_match(one, found, line)) << one;
      ASSERT_EQ(Unescaped(found[1]), Shown(text, 200)) << one;
    }
  }
}

}  // namespace
}  // namespace gonogo
