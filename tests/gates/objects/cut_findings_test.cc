// Results with very many findings.
#include "gates/objects/cut_findings.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(CutFindings, KeepsTheFirstAndCountsTheOthers) {
  Outcome outcome{.examined = 3, .findings = {{"a", "1", "2"}, {"b", "1", "2"}, {"c", "1", "2"}}};
  CutFindings(3, "others", "more change", outcome);
  EXPECT_EQ(outcome.findings.size(), 3);
  EXPECT_FALSE(outcome.has_more);

  CutFindings(1, "others", "more change", outcome);
  ASSERT_EQ(outcome.findings.size(), 2);
  EXPECT_EQ(outcome.findings[0].subject, "a");
  EXPECT_EQ(outcome.findings[1].subject, "others");
  EXPECT_EQ(outcome.findings[1].have, "2 more changes");
  EXPECT_EQ(outcome.findings[1].want, "none");
  EXPECT_TRUE(outcome.has_more);
}

}  // namespace
}  // namespace gonogo
