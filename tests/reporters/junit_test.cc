// The report for test tools, against a golden file.
#include "reporters/junit.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"
#include "tests/golden/sample_run.h"

namespace gonogo {
namespace {

TEST(Junit, HasATestForEachCase) {
  Evidence evidence{.run = SampleHeader(), .cases = SampleCases()};
  evidence.run.planned = 20;
  Plan plan;
  plan.checks.push_back({.id = "row_count", .location = {"plan.json", 59}});
  ExpectGolden("junit.xml", JunitXml(evidence, Judge(evidence), plan));
}

TEST(Junit, HasAnErrorForARunThatContradictsItself) {
  const Evidence evidence{
      .run = SampleHeader(), .cases = {}, .contradictions = {"a <changed> file"}};
  const std::string xml = JunitXml(evidence, Judge(evidence), {});
  EXPECT_NE(xml.find("name=\"the run as a whole\"><error message=\"a &lt;changed&gt; file\""),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("tests=\"9\" failures=\"0\" errors=\"9\""), std::string::npos) << xml;
}

}  // namespace
}  // namespace gonogo
