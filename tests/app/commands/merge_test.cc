// gonogo evidence merge: judges several processes as one run, if they used the same plan and
// servers.
#include <gtest/gtest.h>

#include "tests/support/credity_pair.h"

namespace gonogo::testing_support {
namespace {

class Merge : public testing::Test {
 protected:
  // Runs one check on a target, in one process.
  void Check(const std::string& check, const std::string& target_url) {
    RunCredity("verify", target_url, scratch_.Path("runs/" + check), {}, {"--check", check});
  }

  ProcessResult Merged(const Words& more = {}) {
    Words words = {"evidence", "merge",  scratch_.Path("runs"),
                   "verify",   "--plan", InProject("plans/credity/plan.json")};
    words.insert(words.end(), more.begin(), more.end());
    return RunGonogo(words);
  }

  void CheckAllBut(const std::string& left_out, const std::string& target_url) {
    for (const char* check : {"row_count", "state_store_keys", "business_key_checksum",
                              "foreign_key_orphans", "unique_keys"}) {
      if (check != left_out) Check(check, target_url);
    }
  }

  Scratch scratch_;
};

TEST_F(Merge, IsGoIfAllProcessesUsedTheSameDatabases) {
  const DamagedTarget target("");
  CheckAllBut("", target.Url());
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 0) << merged.output;
  EXPECT_TRUE(merged.output.starts_with("rehearsal on the throw-away pair")) << merged.output;
}

TEST_F(Merge, RefusesEvidenceOfAnotherTarget) {
  const DamagedTarget target("");
  const DamagedTarget other("");
  CheckAllBut("row_count", target.Url());
  Check("row_count", other.Url());
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 2) << merged.output;
  EXPECT_NE(merged.output.find("is evidence of another target than the rest"), std::string::npos)
      << merged.output;
}

TEST_F(Merge, IsUndecidedIfAProcessDidNotReachASide) {
  const DamagedTarget target("");
  CheckAllBut("row_count", target.Url());
  Check("row_count", "postgresql://nobody@127.0.0.1:1/nothing");
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_NE(merged.output.find("didn't reach the target"), std::string::npos) << merged.output;
}

TEST_F(Merge, IsUndecidedIfACheckIsMissing) {
  const DamagedTarget target("");
  CheckAllBut("row_count", target.Url());
  EXPECT_EQ(Merged().status, 3);
}

TEST_F(Merge, RefusesAnUnknownCheck) {
  const DamagedTarget target("");
  CheckAllBut("", target.Url());
  EXPECT_EQ(Merged({"--check", "row_count", "--check", "row_cuont"}).status, 2);
}

}  // namespace
}  // namespace gonogo::testing_support
