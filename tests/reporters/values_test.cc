// What a pipeline takes from a run: one line a value, whatever the value is.
#include "reporters/values.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.h"
#include "tests/golden/hostile.h"
#include "tests/golden/sample_report.h"

namespace gonogo {
namespace {

TEST(RunValues, AreWhatDecides) {
  RunReport report = SampleReport();
  report.folder = "evidence/1";
  report.files = {{.name = "junit/gtest.xml", .bytes = 1, .sha256 = "bb"},
                  {.name = "evidence.jsonl", .bytes = 1, .sha256 = "aa"}};
  EXPECT_EQ(RunValues(report),
            "run_id=20260102T030405Z-0001\nblockers=1\nerrors=4\nevidence=evidence/1\n"
            "report=evidence/1/report.html\ndigest=aa\n");
}

TEST(RunValues, AreOneLineEach) {
  for (const std::string& text : HostileTexts()) {
    RunReport report = SampleReport();
    report.folder = text;
    report.evidence.run.run = text;
    const std::string values = RunValues(report);
    EXPECT_EQ(std::ranges::count(values, '\n'), 6) << values;
  }
}

}  // namespace
}  // namespace gonogo
