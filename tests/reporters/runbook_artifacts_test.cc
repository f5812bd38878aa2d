// The names and texts of the runbook's files.
#include "reporters/runbook_artifacts.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using Files = std::map<std::string, std::string>;

CaseResult Counted(const std::string& relation, int source, int target) {
  CaseResult result{.check = "row_count", .subject = relation, .outcome = {.examined = 1}};
  result.outcome.measured = {{"relation", relation},
                             {"method", "exact"},
                             {"source_rows", source},
                             {"target_rows", target}};
  return result;
}

CaseResult Key(const std::string& key, bool there) {
  CaseResult result{.check = "keys", .subject = key, .outcome = {.examined = 1}};
  result.outcome.measured["state_store_key"] = key;
  if (there) {
    result.outcome.measured["updated_us"] = 1771666200000000;
  } else {
    result.outcome.findings.push_back({key, "no such key on the target", "the key"});
  }
  return result;
}

Evidence SampleEvidence(std::vector<std::string> phases) {
  Evidence evidence;
  evidence.run.run = "20260221T093000Z-1f3a";
  evidence.run.phases = std::move(phases);
  evidence.cases = {Counted("issuer.tenants", 24, 24), Counted("wallet.users", 10, 9),
                    Key("wallet-storage", true), Key("issuer-storage", false)};
  return evidence;
}

TEST(RunbookArtifacts, OfVerifyAreCountsTheirDifferenceAndTheStateStore) {
  EXPECT_EQ(RunbookArtifacts(SampleEvidence({"verify"})),
            (Files{{"src-rowcounts-20260221T093000Z.txt", "issuer.tenants|24\nwallet.users|10\n"},
                   {"tgt-rowcounts-20260221T093000Z.txt", "issuer.tenants|24\nwallet.users|9\n"},
                   {"rowcount-diff-20260221T093000Z.patch",
                    "--- src-rowcounts-20260221T093000Z.txt\n"
                    "+++ tgt-rowcounts-20260221T093000Z.txt\n"
                    "@@ -1,2 +1,2 @@\n issuer.tenants|24\n-wallet.users|10\n+wallet.users|9\n"},
                   {"tgt-state-store-20260221T093000Z.txt", "wallet-storage|1771666200000000\n"}}));
}

TEST(RunbookArtifacts, OfGateHaveTheMethodAndTheKeyResults) {
  const Files files = RunbookArtifacts(SampleEvidence({"gate"}));
  EXPECT_EQ(files.count("src-method-exact-20260221T093000Z.txt"), 1U);
  EXPECT_EQ(files.count("tgt-method-exact-20260221T093000Z.txt"), 1U);
  EXPECT_EQ(files.count("method-diff-exact-20260221T093000Z.patch"), 1U);
  EXPECT_EQ(files.at("state-store-gate-20260221T093000Z.txt"),
            "wallet-storage|PASS\nissuer-storage|FAIL\n");
  EXPECT_EQ(files.size(), 4U);
}

TEST(RunbookArtifacts, HaveAnEmptyDiffIfTheSidesAgree) {
  Evidence evidence = SampleEvidence({"verify"});
  evidence.cases.erase(evidence.cases.begin() + 1);
  EXPECT_EQ(RunbookArtifacts(evidence).at("rowcount-diff-20260221T093000Z.patch"), "");
}

TEST(RunbookArtifacts, AreNoneForOtherPhasesOrWithoutFigures) {
  EXPECT_TRUE(RunbookArtifacts(SampleEvidence({"cutover"})).empty());
  Evidence evidence = SampleEvidence({"verify", "gate"});
  evidence.cases.clear();
  EXPECT_TRUE(RunbookArtifacts(evidence).empty());
}

}  // namespace
}  // namespace gonogo
