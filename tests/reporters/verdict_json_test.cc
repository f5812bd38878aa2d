// verdict.json of the sample run, against a golden file.
#include "reporters/verdict_json.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"
#include "tests/golden/sample_run.h"

namespace gonogo {
namespace {

Json JsonOf(const Verdict& verdict) {
  return VerdictJson({.run = {.run = "r"}}, verdict, 0, "2026-01-02T03:04:11Z");
}

TEST(VerdictJson, HasTheDecisionItsReasonsAndTheRun) {
  const Evidence evidence{.run = SampleHeader(), .cases = SampleCases()};
  const Json json = VerdictJson(evidence, Judge(evidence), 1, "2026-01-02T03:04:11Z");
  ExpectGolden("verdict.json", json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

TEST(VerdictJson, SaysGoOnlyForGo) {
  EXPECT_EQ(JsonOf({.decision = Decision::kGo}).at("verdict"), "GO");
  EXPECT_EQ(JsonOf({.decision = Decision::kNoGo}).at("verdict"), "NO-GO");
  EXPECT_EQ(JsonOf({.decision = Decision::kUndecided}).at("verdict"), "NO-GO");
}

TEST(VerdictJson, DistinguishesNoGoFromUndecided) {
  EXPECT_EQ(JsonOf({.decision = Decision::kGo}).at("decided"), true);
  EXPECT_EQ(JsonOf({.decision = Decision::kNoGo}).at("decided"), true);
  EXPECT_EQ(JsonOf({.decision = Decision::kUndecided}).at("decided"), false);
}

}  // namespace
}  // namespace gonogo
