// gonogo waive: accepts findings with a reason and an expiry date, and never errors.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "tests/support/migrations/signed_migration.h"

namespace gonogo::testing_support {
namespace {

bool Has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// A migration whose target lacks a row.
class Waive : public testing::Test {
 protected:
  static std::string DatabaseName() {
    std::string name = "waive_";
    for (const char c :
         std::string(testing::UnitTest::GetInstance()->current_test_info()->name())) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name.substr(0, 60);
  }

  void SetUp() override { migration_.databases().OnTarget("DELETE FROM t WHERE id = 9"); }

  ProcessResult Waived(const Words& changed) const {
    std::map<std::string, std::string> options = {{"--check", "row_count"},
                                                  {"--subject", "public.*"},
                                                  {"--reason", "rebuilt at night"},
                                                  {"--owner", "the team"},
                                                  {"--until", "2999-12-31"}};
    for (std::size_t i = 0; i + 1 < changed.size(); i += 2) options[changed[i]] = changed[i + 1];
    Words words = {"waive"};
    for (const auto& [name, value] : options) words.insert(words.end(), {name, value});
    return migration_.RunProgram(words);
  }

  // Runs only the check that fails.
  ProcessResult RunRowCount(const Variables& environment = {}) {
    return migration_.Run({"--check", "row_count"}, environment);
  }

  std::string file() const { return migration_.folder() + "/waivers.jsonl"; }

  SignedMigration migration_{DatabaseName()};
};

TEST_F(Waive, TurnsNoGoIntoGoAndIsPrinted) {
  ASSERT_EQ(RunRowCount().status, 1);
  const ProcessResult waive = Waived({});
  ASSERT_EQ(waive.status, 0) << waive.output;
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(Has(run.output, "  WAIVED  row_count.public.t")) << run.output;
  EXPECT_TRUE(Has(run.output,
                  "  remark: WAIVED row_count.public.t: public.t: have 8 rows, want 9 "
                  "rows; accepted by the team until 2999-12-31: rebuilt at night\n"))
      << run.output;
  const Json verdict = migration_.verdict();
  EXPECT_EQ(verdict["cases"]["waived"], 1);
  EXPECT_EQ(verdict["cases"]["passed"], 0);
  EXPECT_EQ(verdict["waivers"][0]["owner"], "the team");
  const std::string junit = migration_.junit();
  EXPECT_FALSE(Has(junit, "<failure")) << junit;
  EXPECT_TRUE(Has(junit, "name=\"waived\" value=\"accepted by the team until")) << junit;
}

TEST_F(Waive, ExpiresAfterItsDay) {
  const ProcessResult waive = Waived({"--until", "2020-12-31"});
  ASSERT_EQ(waive.status, 0) << waive.output;
  EXPECT_TRUE(
      Has(waive.output, "warning: the expiry date is in the past, so this waiver has no effect\n"))
      << waive.output;
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(Has(run.output, "waiver of row_count.public.* expired on 2020-12-31")) << run.output;
}

TEST_F(Waive, IsRevokedByADayInThePast) {
  ASSERT_EQ(Waived({}).status, 0);
  ASSERT_EQ(Waived({"--until", "2020-12-31"}).status, 0);
  EXPECT_EQ(RunRowCount().status, 1);
}

TEST_F(Waive, IsValidForOneTextOfThePlan) {
  ASSERT_EQ(Waived({}).status, 0);
  migration_.ChangePlan({{"summary", "It moves."}});
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(Has(run.output, "is of another version of the plan")) << run.output;
}

TEST_F(Waive, DoesNotAcceptAnError) {
  ASSERT_EQ(Waived({"--subject", "*"}).status, 0);
  const ProcessResult run =
      RunRowCount({{"TGT_DB_URL", "postgresql://nobody@127.0.0.1:1/nothing"}});
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(Has(run.output, "is unused")) << run.output;
}

TEST_F(Waive, CanBePartOfThePlan) {
  migration_.ChangePlan({{"waivers",
                          {{{"check", "row_count"},
                            {"subject", "public.t"},
                            {"reason", "rebuilt at night"},
                            {"owner", "the team"},
                            {"until", "2999-12-31"}}}}});
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(migration_.verdict()["cases"]["waived"], 1);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Waive, RefusesAWaiverThatMatchesNoCase) {
  const auto refusal = [&](const Words& changed) {
    const ProcessResult run = Waived(changed);
    EXPECT_EQ(run.status, 2) << run.output;
    return run.output;
  };
  EXPECT_EQ(refusal({"--check", "row_cuont"}),
            "gonogo: the plan has no check \"row_cuont\"; did you mean \"row_count\"?\n");
  EXPECT_EQ(
      refusal({"--subject", "public.u"}),
      "gonogo: check \"row_count\" has no subject \"public.u\"; did you mean \"public.t\"?\n");
  EXPECT_EQ(refusal({"--until", "2026-02-30"}),
            "gonogo: \"until\" of the waiver must be a date (YYYY-MM-DD), not \"2026-02-30\"\n");
  EXPECT_EQ(refusal({"--reason", " "}), "gonogo: \"reason\" of the waiver is empty\n");
  EXPECT_EQ(refusal({"--owner", ""}), "gonogo: \"owner\" of the waiver is empty\n");
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Waive, IsListed) {
  ASSERT_EQ(Waived({}).status, 0);
  const ProcessResult text = migration_.RunProgram({"waive", "--list"});
  EXPECT_EQ(text.status, 0);
  EXPECT_TRUE(text.output.starts_with(
      "row_count.public.*  in force\n    accepted by the team until 2999-12-31: rebuilt at night"))
      << text.output;
  const ProcessResult json = migration_.RunProgram({"waive", "--list", "--json"});
  EXPECT_EQ(ParseJson(json.output).at(0).at("status"), "in force");
}

TEST_F(Waive, IsAnErrorIfTheFileIsBroken) {
  ASSERT_EQ(Waived({}).status, 0);
  std::filesystem::resize_file(file(), ReadFile(file()).size() - 1);
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(Has(run.output, "waivers.jsonl:1: invalid waiver: the line is cut off"))
      << run.output;
  EXPECT_EQ(Waived({}).status, 2);
}

}  // namespace
}  // namespace gonogo::testing_support
