// The rehearsed pair, damaged in one way each: exactly the case that is about it goes red, with a
// finding that says subject, have and want, and nothing else does.
#include <gtest/gtest.h>

#include "core/evidence.h"
#include "tests/support/credity_pair.h"

namespace gonogo::testing_support {
namespace {

// The findings of all cases that FAIL, and the names of those that ERR.
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

struct Damage {
  const char* name;
  const char* sql;
  const char* red_case;
  Finding finding;
};

class DamagedCredity : public testing::TestWithParam<Damage> {};

TEST_P(DamagedCredity, TurnsItsOwnCaseRedAndNoOther) {
  const Scratch scratch;
  const DamagedTarget target(GetParam().sql);
  const Finished run = RunCredity("all", target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 1) << run.output;
  const Red red = RedCasesIn(scratch.Path("out"));
  ASSERT_EQ(red.failed.size(), 1U) << run.output;
  EXPECT_EQ(red.failed.begin()->first, GetParam().red_case);
  EXPECT_EQ(red.failed.begin()->second, std::vector<Finding>{GetParam().finding});
  EXPECT_EQ(VerdictIn(scratch.Path("out"))["verdict"], "NO-GO");
}

INSTANTIATE_TEST_SUITE_P(
    Each, DamagedCredity,
    testing::Values(
        Damage{"RowDeleted",
               "DELETE FROM wallet.activities WHERE id = (SELECT min(id) FROM wallet.activities)",
               "row_count.wallet.activities",
               {"wallet.activities", "11999 rows", "12000 rows"}},
        Damage{"StateStoreKeyRemoved",
               "DELETE FROM public.credverse_state_store WHERE service_key = 'issuer-compliance'",
               "state_store_keys.issuer-compliance",
               {"issuer-compliance", "no such key on the target", "the key"}}),
    [](const auto& damage) { return std::string(damage.param.name); });

// The digests are those of the sample, which is the same on every machine.
TEST(DamagedCredity, ShowsAChangedBusinessKeyAsAnotherDigest) {
  const Scratch scratch;
  const DamagedTarget target(
      "UPDATE recruiter.users SET email = 'changed@example.invalid' "
      "WHERE id = (SELECT min(id) FROM recruiter.users)");
  const Finished run = RunCredity("all", target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 1) << run.output;
  const Red red = RedCasesIn(scratch.Path("out"));
  ASSERT_EQ(red.failed.size(), 1U) << run.output;
  EXPECT_TRUE(red.errors.empty());
  const auto& [name, findings] = *red.failed.begin();
  EXPECT_EQ(name, "business_key_checksum.recruiter.users");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].subject, "recruiter.users");
  EXPECT_NE(findings[0].have, findings[0].want);
  EXPECT_TRUE(findings[0].have.starts_with("md5 ")) << findings[0].have;
  EXPECT_TRUE(findings[0].want.starts_with("md5 ")) << findings[0].want;
}

TEST(DamagedCredity, ShowsAMovedEnumLabelWithBothOrders) {
  const Scratch scratch;
  const DamagedTarget target(
      "UPDATE pg_enum SET enumsortorder = 99 WHERE enumtypid = 'issuer.trust_status'::regtype "
      "AND enumsortorder = 1");
  const Finished run = RunCredity("all", target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 1) << run.output;
  const Red red = RedCasesIn(scratch.Path("out"));
  ASSERT_EQ(red.failed.size(), 1U) << run.output;
  EXPECT_TRUE(red.errors.empty());
  EXPECT_EQ(red.failed.begin()->first, "enum_order.issuer.trust_status");
  const Finding& finding = red.failed.begin()->second.at(0);
  EXPECT_EQ(finding.subject, "issuer.trust_status");
  EXPECT_TRUE(finding.have.starts_with("target: ")) << finding.have;
}

// What looks into the dropped table cannot tell and says so; only the inventory knows that it is
// wrong.
TEST(DamagedCredity, ShowsADroppedTableInTheInventoryAndErrorsWhereItWouldBeRead) {
  const Scratch scratch;
  const DamagedTarget target("DROP TABLE issuer.template_designs");
  const Finished run = RunCredity("all", target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 1) << run.output;
  const Red red = RedCasesIn(scratch.Path("out"));
  ASSERT_EQ(red.failed.size(), 1U) << run.output;
  EXPECT_EQ(red.failed.begin()->first, "inventory.issuer.template_designs");
  EXPECT_EQ(red.failed.begin()->second,
            (std::vector<Finding>{
                {"issuer.template_designs", "no such table on the target", "the table"}}));
  EXPECT_EQ(red.errors, std::vector<std::string>{"row_count.issuer.template_designs"});
}

TEST(DamagedCredity, ShowsAnUnsetVariableByItsName) {
  const Scratch scratch;
  const DamagedTarget target("");
  std::string variables = ReadFile(InProject("fixtures/credity/rehearsal.env"));
  const std::size_t line = variables.find("\nJWT_SECRET=");
  ASSERT_NE(line, std::string::npos);
  variables.erase(line, variables.find('\n', line + 1) - line);
  const std::string env_file = scratch.File("launch.env", variables);
  const Finished run = RunGonogo({"run", "all", "--plan", InProject("plans/credity/plan.json"),
                                  "--env-file", env_file, "--out", scratch.Path("out"), "--source",
                                  CredityUrl(), "--target", target.Url()});
  EXPECT_EQ(run.status, 1) << run.output;
  const Red red = RedCasesIn(scratch.Path("out"));
  ASSERT_EQ(red.failed.size(), 1U) << run.output;
  EXPECT_TRUE(red.errors.empty());
  EXPECT_EQ(red.failed.begin()->first, "launch_environment.JWT_SECRET");
  EXPECT_EQ(red.failed.begin()->second,
            (std::vector<Finding>{{"JWT_SECRET", "not set", "a value"}}));
}

TEST(FaithfulCredity, IsGoInEveryPhaseAndCaseByCase) {
  const Scratch scratch;
  const DamagedTarget target("");
  const Finished run = RunCredity("all", target.Url(), scratch.Path("out"));
  EXPECT_EQ(run.status, 0) << run.output;
  const Json verdict = VerdictIn(scratch.Path("out"));
  EXPECT_EQ(verdict["verdict"], "GO");
  EXPECT_EQ(verdict["cases"]["declared"], verdict["cases"]["passed"]);
  EXPECT_TRUE(verdict["reasons"].empty());
}

TEST(FaithfulCredity, IsGoByTheFastCountToo) {
  const Scratch scratch;
  const DamagedTarget target("ANALYZE");
  const Finished run =
      RunCredity("gate", target.Url(), scratch.Path("out"), {{"VERIFY_METHOD", "fast"}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(ReadFile(scratch.Path("out") + "/evidence.jsonl").find("estimate from n_live_tup"),
            std::string::npos);
}

TEST(FaithfulCredity, IsGoFromOneMajorToANewerOne) {
  const Scratch scratch;
  const Finished programs = RunCommand(
      {.words = {InProject("ci/install-postgres"), "17"}, .environment = {}, .user = ""});
  ASSERT_EQ(programs.status, 0) << programs.output;
  const std::string folder = programs.output.substr(0, programs.output.find_last_not_of('\n') + 1);
  const Finished run =
      RunGonogo({"rehearse", "--plan", InProject("plans/credity/plan.json"), "--target-bin",
                 folder.substr(folder.rfind('\n') + 1), "--out", scratch.Path("out")});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("target  PostgreSQL 17."), std::string::npos) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
