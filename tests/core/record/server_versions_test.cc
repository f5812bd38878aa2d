// A server of a major that nobody has tried is a remark of each verdict.
#include "core/record/server_versions.h"

#include <gtest/gtest.h>

#include "core/record/verdict.h"

namespace gonogo {
namespace {

Evidence With(const std::string& source, const std::string& target) {
  Evidence evidence;
  evidence.run.servers = {{.side = "source", .error = "", .address = "", .version = source},
                          {.side = "target", .error = "", .address = "", .version = target}};
  evidence.run.declared = {{.check = "rows", .subject = "a"}};
  evidence.cases = {{.check = "rows", .subject = "a", .outcome = {.examined = 1}}};
  return evidence;
}

TEST(ServerVersions, ThatAreTestedNeedNoRemark) {
  EXPECT_TRUE(VersionRemarks(With("13.23", "18.1").run).empty());
  EXPECT_TRUE(VersionRemarks(With("", "15.18 (Debian 15.18-1)").run).empty());
}

TEST(ServerVersions, ThatNobodyHasTriedAreARemarkAndNoReason) {
  const Verdict verdict = Judge(With("12.22", "20devel"));
  EXPECT_EQ(verdict.decision, Decision::kGo);
  EXPECT_EQ(
      verdict.remarks,
      (std::vector<std::string>{"version of the source: have 12.22; gonogo is tested with 13 to 18",
                                "version of the target: have 20devel; gonogo is tested with 13 to "
                                "18"}));
}

}  // namespace
}  // namespace gonogo
