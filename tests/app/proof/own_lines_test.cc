// What gonogo writes of each kind of result is what it would write of what it reads.
#include "app/proof/own_lines.h"

#include <gtest/gtest.h>

#include "core/text/digest.h"
#include "core/text/text.h"
#include "tests/golden/sample_report.h"
#include "tests/support/chained_lines.h"

namespace gonogo::testing_support {
namespace {

std::int64_t ForeignIn(const std::string& lines) {
  return FirstForeignLine(lines, ParseWritten(lines, "evidence.jsonl"));
}

std::string SampleLines() {
  RunHeader header = SampleHeader();
  header.servers.at(0).clock = "2026-01-02T03:04:05.000Z";
  header.servers.at(0).clock_ahead = std::chrono::milliseconds(-7);
  std::string lines = ToText(ToJson(header)) + "\n";
  const std::vector<CaseResult> cases = SampleCases();
  for (const CaseResult& one : cases) {
    lines += ToText(ToJson(one, header)) + "\n";
    if (&one == &cases.front()) lines += ToText(ContradictionJson("a doubt \xFF")) + "\n";
  }
  return Chained(lines + ToText(ContradictionJson("another")) + "\n");
}

TEST(OwnLines, AreThoseOfEveryKindOfResult) {
  const std::string lines = SampleLines();
  ASSERT_GT(EndOf(lines).lines, 5);
  EXPECT_EQ(ForeignIn(lines), 0);
}

TEST(OwnLines, HaveNoMemberMoreAndNoBlank) {
  const std::vector<std::string> lines = Split(SampleLines(), '\n');
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    for (const char* const more : {R"(,"Status":"PASS"})", " }"}) {
      std::vector<std::string> changed = lines;
      changed[i] = changed[i].substr(0, changed[i].size() - 1) + more;
      EXPECT_EQ(ForeignIn(Chained(Join(changed, "\n"))), static_cast<std::int64_t>(i + 1)) << more;
    }
  }
}

// The chain is compared by value, in which an escaped digit is the same.
TEST(OwnLines, HaveTheirChainAsGonogoWritesIt) {
  const std::string lines = SampleLines();
  const std::size_t digit = lines.rfind("\"prev\":\"") + 8;
  const std::string escaped = "\\u00" + Hex(lines.substr(digit, 1));
  std::string changed = lines;
  changed.replace(digit, 1, escaped);
  EXPECT_EQ(ForeignIn(changed), EndOf(lines).lines);
  EXPECT_EQ(ForeignIn(lines), 0);
}

// A result that was too old when the run ended is NOT RUN when it is read, but its line is as the
// run wrote it.
TEST(OwnLines, StayOwnWhenTheirResultExpires) {
  RunHeader header = SampleHeader();
  header.about.at("row_count").max_age = std::chrono::minutes(1);
  CaseResult early = SampleCases().front();
  CaseResult odd = early;
  odd.subject = "public.\u00E4";
  CaseResult late = early;
  late.check = "comments";
  early.started = odd.started = "2026-01-02T03:04:06.000Z";
  late.started = "2026-01-02T03:24:06.000Z";
  header.started = "2026-01-02T03:04:05.000Z";
  std::string lines = ToText(ToJson(header)) + "\n";
  for (const CaseResult& one : {early, odd, late}) lines += ToText(ToJson(one, header)) + "\n";
  const Evidence evidence = ParseEvidence(Chained(lines), "evidence.jsonl");
  EXPECT_FALSE(evidence.cases.at(0).outcome.not_run.empty());
  EXPECT_FALSE(evidence.cases.at(1).outcome.not_run.empty());
  EXPECT_EQ(ForeignIn(Chained(lines)), 0);
}

}  // namespace
}  // namespace gonogo::testing_support
