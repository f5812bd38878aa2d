// The target of the rehearsed pair, damaged in one way per test. Exactly the case for that damage
// fails.
#include <gtest/gtest.h>

#include <set>

#include "core/record/evidence.h"
#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

// The findings of all cases that are FAIL, and the names of those that are ERROR.
struct Red {
  std::map<std::string, std::vector<Finding>> failed;
  std::vector<std::string> errors;
};

Red RedCasesIn(const std::string& folder) {
  Red red;
  const std::string file = folder + "/evidence.jsonl";
  for (const CaseResult& result : ParseEvidence(ReadFile(file), file).cases) {
    if (result.error) {
      red.errors.push_back(result.name());
    } else if (!result.outcome.findings.empty()) {
      red.failed[result.name()] = result.outcome.findings;
    }
  }
  return red;
}

// Moves the first word of "a, b, c" to the end.
std::string Rotated(const std::string& words) {
  const std::size_t comma = words.find(", ");
  return words.substr(comma + 2) + ", " + words.substr(0, comma);
}

class DamagedCredity : public testing::Test {
 protected:
  // Runs every check that applies to a copy on a target with that damage. The run is NO-GO.
  Red After(const std::string& damage, const Words& more = {}) {
    const DamagedTarget target(damage);
    const std::string out = scratch_.Path("out");
    const ProcessResult run = RunCredityUpToGate(target.Url(), out, more);
    EXPECT_EQ(run.status, 1) << run.output;
    EXPECT_EQ(VerdictIn(out)["verdict"], "NO-GO");
    return RedCasesIn(out);
  }

  // The findings of `name`, which must be the only case that failed, except `others` that see the
  // same damage.
  static std::vector<Finding> FindingsOfOnly(const std::string& name, const Red& red,
                                             std::set<std::string> others = {}) {
    others.insert(name);
    std::set<std::string> failed;
    for (const auto& [other, findings] : red.failed) failed.insert(other);
    EXPECT_EQ(failed, others);
    if (!red.failed.contains(name)) return {};
    std::vector<Finding> findings = red.failed.at(name);
    for (Finding& one : findings) {  // the cases of gates have the definitions of what is missing
      if (one.want.starts_with(kOneAsOnTheSource)) one.want = kOneAsOnTheSource;
    }
    return findings;
  }

  Scratch scratch_;
};

TEST_F(DamagedCredity, ShowsADeletedRowAndChangedFees) {
  const Red red = After(
      "DELETE FROM wallet.activities WHERE id = (SELECT min(id) FROM wallet.activities); "
      "UPDATE issuer.credentials SET fee = fee + 1 "
      "WHERE id IN (SELECT id FROM issuer.credentials ORDER BY id LIMIT 500)");
  EXPECT_EQ(FindingsOfOnly("row_count.wallet.activities", red,
                           {"contents.wallet.activities", "contents.issuer.credentials"}),
            (std::vector<Finding>{{"wallet.activities", "11999 rows", "12000 rows"}}));
  EXPECT_TRUE(red.errors.empty());
}

using SlowDamagedCredity = DamagedCredity;

TEST_F(SlowDamagedCredity, ShowsARemovedStateStoreKey) {
  const Red red =
      After("DELETE FROM public.credverse_state_store WHERE service_key = 'issuer-compliance'");
  EXPECT_EQ(FindingsOfOnly("state_store_keys.issuer-compliance", red,
                           {"contents.public.credverse_state_store"}),
            (std::vector<Finding>{{"issuer-compliance", "no such key on the target", "the key"}}));
  EXPECT_TRUE(red.errors.empty());
}

TEST_F(DamagedCredity, ShowsAChangedBusinessKeyAsAnotherDigest) {
  const Red red = After(
      "UPDATE recruiter.users SET email = 'changed@example.invalid' "
      "WHERE id = (SELECT min(id) FROM recruiter.users)");
  const auto findings =
      FindingsOfOnly("business_key_checksum.recruiter.users", red, {"contents.recruiter.users"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].subject, "recruiter.users");
  EXPECT_TRUE(findings[0].have.starts_with("sha256 ")) << findings[0].have;
  EXPECT_TRUE(findings[0].want.starts_with("sha256 ")) << findings[0].want;
  EXPECT_NE(findings[0].have, findings[0].want);
  EXPECT_TRUE(red.errors.empty());
}

TEST_F(DamagedCredity, ShowsAMovedEnumLabelWithBothOrders) {
  const Red red = After(
      "UPDATE pg_enum SET enumsortorder = 99 WHERE enumtypid = 'issuer.trust_status'::regtype "
      "AND enumsortorder = 1");
  const auto findings = FindingsOfOnly("enum_order.issuer.trust_status", red, {"types.database"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].subject, "issuer.trust_status");
  EXPECT_EQ("target: " + Rotated(findings[0].want), findings[0].have);
  EXPECT_TRUE(red.errors.empty());
}

// Checks that read the dropped table are an ERROR. The inventory, and the check that lists owners,
// FAIL.
TEST_F(DamagedCredity, ShowsADroppedTableInTheInventoryAndErrorsInOtherChecks) {
  const Red red = After("DROP TABLE issuer.template_designs");
  EXPECT_EQ(FindingsOfOnly("inventory.issuer.template_designs", red,
                           {"owners.database", "grants.database"}),
            (std::vector<Finding>{
                {"issuer.template_designs", "no such table on the target", "the table"}}));
  std::vector<std::string> errors;
  for (const std::string check :
       {"columns", "constraints", "indexes", "triggers", "partitions", "row_security", "storage",
        "extended_statistics", "foreign_key_orphans", "unique_keys", "row_count", "contents",
        "planner_statistics", "sequence_headroom"}) {
    errors.push_back(check + ".issuer.template_designs");
  }
  EXPECT_EQ(red.errors, errors);
}

TEST_F(SlowDamagedCredity, ShowsALostConstraint) {
  const Red red =
      After("ALTER TABLE issuer.credentials DROP CONSTRAINT credentials_revocation_check");
  EXPECT_EQ(FindingsOfOnly("constraints.issuer.credentials", red),
            (std::vector<Finding>{{"issuer.credentials constraint credentials_revocation_check",
                                   "none on the target", kOneAsOnTheSource}}));
  EXPECT_TRUE(red.errors.empty());
}

TEST_F(SlowDamagedCredity, ShowsAMissingIndex) {
  const Red red = After("DROP INDEX issuer.credentials_issuer_id_idx");
  EXPECT_EQ(FindingsOfOnly("indexes.issuer.credentials", red),
            (std::vector<Finding>{{"issuer.credentials index credentials_issuer_id_idx",
                                   "none on the target", kOneAsOnTheSource}}));
  EXPECT_TRUE(red.errors.empty());
}

TEST_F(SlowDamagedCredity, ShowsAnUnsetVariableByItsName) {
  std::string variables = ReadFile(InProject("fixtures/samples/credity/rehearsal.env"));
  const std::size_t line = variables.find("\nJWT_SECRET=");
  ASSERT_NE(line, std::string::npos);
  variables.erase(line, variables.find('\n', line + 1) - line);
  const Red red = After("", {"--env-file", scratch_.File("launch.env", variables)});
  EXPECT_EQ(FindingsOfOnly("launch_environment.JWT_SECRET", red),
            (std::vector<Finding>{{"JWT_SECRET", "not set", "a value"}}));
  EXPECT_TRUE(red.errors.empty());
}

TEST(FaithfulCredity, IsGoInEveryPhaseUpToTheGate) {
  const Scratch scratch;
  const DamagedTarget target("");
  const ProcessResult run = RunCredityUpToGate(target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 0) << run.output;
  const Json verdict = VerdictIn(scratch.Path("out"));
  EXPECT_EQ(verdict["verdict"], "GO");
  EXPECT_EQ(verdict["cases"]["declared"], verdict["cases"]["passed"]);
  EXPECT_TRUE(verdict["reasons"].empty());
}

TEST(SlowFaithfulCredity, IsGoByTheFastCountToo) {
  const Scratch scratch;
  const DamagedTarget target("ANALYZE");
  const ProcessResult run =
      RunCredity("gate", target.Url(), scratch.Path("out"), {{"VERIFY_METHOD", "fast"}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(ReadFile(scratch.Path("out") + "/evidence.jsonl").find("estimate from n_live_tup"),
            std::string::npos);
}

TEST(Slow, FaithfulCredityIsGoFromOneMajorToANewerOne) {
  const Scratch scratch;
  const ProcessResult programs = RunCommand({.words = {InProject("ci/install-postgres"), "17"}});
  ASSERT_EQ(programs.status, 0) << programs.output;
  const std::string folder = programs.output.substr(0, programs.output.find_last_not_of('\n') + 1);
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", InProject("plans/credity/plan.json"), "--target-bin",
                 folder.substr(folder.rfind('\n') + 1), "--out", scratch.Path("out")});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("target  PostgreSQL 17."), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
