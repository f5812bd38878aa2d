// What can still be read of evidence that a run left when it broke off.
#include "core/record/evidence_lines.h"

#include <gtest/gtest.h>

#include "tests/golden/sample_run.h"
#include "tests/support/chained_lines.h"

namespace gonogo {
namespace {

using testing_support::Chained;

std::string HeaderText() { return ToText(ToJson(SampleHeader())) + "\n"; }
std::string CaseText() { return ToText(ToJson(SampleCases().front(), SampleHeader())) + "\n"; }

TEST(EvidenceLines, AreAllReadIfTheyAreWell) {
  const ReadableEvidence read = ReadWhatIsReadable(Chained(HeaderText() + CaseText()), "e.jsonl");
  EXPECT_EQ(read.unreadable, std::vector<std::string>());
  EXPECT_EQ(read.evidence.cases.size(), 1U);
}

TEST(EvidenceLines, AreNamedIfTheyCannotBeRead) {
  std::string forged = CaseText();
  forged.replace(forged.find("PASS"), 4, "FAIL");
  const std::string cut = CaseText().substr(0, 20);
  const ReadableEvidence read =
      ReadWhatIsReadable(Chained(HeaderText() + forged + CaseText()) + cut, "e.jsonl");
  EXPECT_EQ(read.evidence.cases.size(), 1U);
  ASSERT_EQ(read.unreadable.size(), 2U);
  EXPECT_EQ(read.unreadable.at(0),
            "e.jsonl:2: \"status\" of row_count.public.users is \"FAIL\", but the rest of the line "
            "makes it PASS");
  EXPECT_TRUE(read.unreadable.at(1).starts_with("e.jsonl:4: not JSON at line 1, column 21"))
      << read.unreadable.at(1);
}

TEST(EvidenceLines, NeedAHeader) {
  const ReadableEvidence read = ReadWhatIsReadable(Chained(CaseText()), "e.jsonl");
  EXPECT_TRUE(read.evidence.cases.empty());
  EXPECT_EQ(read.unreadable,
            (std::vector<std::string>{"e.jsonl: the header line is missing",
                                      "e.jsonl:1: a case comes before the header"}));
  EXPECT_EQ(ReadWhatIsReadable("", "e.jsonl").unreadable.size(), 1U);
}

}  // namespace
}  // namespace gonogo
