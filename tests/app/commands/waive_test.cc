// gonogo waive: accepts findings with a reason and an expiry date, and never errors.
#include <gtest/gtest.h>

#include <fstream>

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
    std::map<std::string, std::string> options = {
        {"--check", "row_count"},         {"--subject", "public.*"}, {"--finding", "*"},
        {"--reason", "rebuilt at night"}, {"--owner", "the team"},   {"--until", "2999-12-31"}};
    for (std::size_t i = 0; i + 1 < changed.size(); i += 2) options[changed[i]] = changed[i + 1];
    Words words = {"waive", "--yes"};
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
  EXPECT_TRUE(Has(junit, "accepted by the team until")) << junit;
}

TEST_F(Waive, ExpiresAfterItsDay) {
  const ProcessResult waive = Waived({"--until", "2020-12-31"});
  ASSERT_EQ(waive.status, 0) << waive.output;
  EXPECT_TRUE(
      Has(waive.output, "warning: the expiry date is in the past, so this waiver has no effect\n"))
      << waive.output;
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(
      Has(run.output, "waiver of row_count.public.*, findings like * expired on 2020-12-31"))
      << run.output;
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
  migration_.databases().OnTarget("DROP TABLE t");
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(Has(run.output, "is unused")) << run.output;
}

TEST_F(Waive, CanBePartOfThePlan) {
  migration_.ChangePlan({{"waivers",
                          {{{"check", "row_count"},
                            {"subject", "public.t"},
                            {"finding", "* 8 rows*"},
                            {"reason", "rebuilt at night"},
                            {"owner", "the team"},
                            {"until", "2999-12-31"}}}}});
  const ProcessResult run = RunRowCount();
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(migration_.verdict()["cases"]["waived"], 1);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

// A role more may read the tables, which was expected, and then everybody may.
TEST_F(Waive, AcceptsExactlyWhatWasSeen) {
  migration_.ChangePlan(
      {{"checks", {{{"id", "grants"}, {"gate", "grants"}, {"phases", {"gate"}}}}}});
  migration_.databases().OnTarget("GRANT SELECT ON t TO pg_monitor");
  const Words options = {"--check",  "grants",  "--subject", "database", "--as-seen", "--reason",
                         "monitors", "--owner", "the team",  "--until",  "2999-12-31"};
  const auto waive = [&](const Words& more) {
    Words words = {"waive"};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), more.begin(), more.end());
    return migration_.RunProgram(words);
  };
  ASSERT_EQ(migration_.Run().status, 1);
  const Words this_run = {"--run", migration_.evidence()};
  const ProcessResult shown = waive({"--run", migration_.evidence(), "--dry-run"});
  EXPECT_EQ(shown.status, 0) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "accepts 1 finding:\n  grants.database: table public.t: have "))
      << shown.output;
  EXPECT_EQ(waive(this_run).status, 2) << "nobody was asked";
  EXPECT_FALSE(std::filesystem::exists(file()));
  ASSERT_EQ(waive({"--run", migration_.evidence(), "--yes"}).status, 0);
  EXPECT_EQ(migration_.Run().status, 0);

  migration_.databases().OnTarget("GRANT SELECT ON t TO PUBLIC");
  const ProcessResult red = migration_.Run();
  EXPECT_EQ(red.status, 1) << red.output;
  EXPECT_TRUE(OutputHas(red, "PUBLIC")) << red.output;
  EXPECT_TRUE(OutputHas(red, "1 finding accepted by the team until 2999-12-31: monitors"))
      << red.output;
}

// What somebody edited isn't what was seen.
TEST_F(Waive, RefusesARunThatIsDamaged) {
  ASSERT_EQ(RunRowCount().status, 1);
  const auto as_seen = [&] {
    return migration_.RunProgram({"waive", "--check", "row_count", "--subject", "public.t",
                                  "--as-seen", "--reason", "seen", "--owner", "the team", "--until",
                                  "2999-12-31", "--run", migration_.evidence(), "--dry-run"});
  };
  EXPECT_EQ(as_seen().status, 0) << as_seen().output;
  const std::string evidence = migration_.evidence() + "/evidence.jsonl";
  std::string lines = ReadFile(evidence);
  const auto refused = [&](const std::string& text, const std::string& words) {
    std::ofstream(evidence, std::ios::trunc) << text;
    const ProcessResult run = as_seen();
    EXPECT_EQ(run.status, 2) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << run.output;
  };
  refused(lines.substr(0, lines.size() - 3), "the line is cut off");
  refused(lines.substr(0, lines.find('\n') + 1), "isn't what follows from the lines");
  refused(lines.replace(lines.rfind("\"examined\":"), 12, "\"examined\":7"),
          "isn't what follows from the lines");
}

TEST_F(Waive, FindsTheLastRunAndIsFoundFromBelow) {
  const auto in = [&](const std::string& folder, const Words& words) {
    Words all = {"sh", "-c", "mkdir -p \"$0\" && cd \"$0\" && exec \"$@\"",
                 migration_.scratch().Path(folder), GONOGO_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--plan", migration_.plan()});
    return RunCommand({.words = all,
                       .environment = {{"SRC_DB_URL", migration_.databases().SourceUrl()},
                                       {"TGT_DB_URL", migration_.databases().TargetUrl()}}});
  };
  const Words waive = {"waive",     "--check",    "row_count", "--subject", "public.t",
                       "--as-seen", "--reason",   "r",         "--owner",   "o",
                       "--until",   "2999-12-31", "--yes"};
  const ProcessResult none = in("", waive);
  EXPECT_EQ(none.status, 2) << none.output;
  EXPECT_TRUE(OutputHas(none, "run the checks first, or name a run with --run DIR")) << none.output;
  ASSERT_EQ(in("", {"run", "gate", "--check", "row_count"}).status, 1);
  const ProcessResult waived = in("", waive);
  EXPECT_EQ(waived.status, 0) << waived.output;
  EXPECT_TRUE(OutputHas(waived, "public.t: have 8 rows, want 9 rows")) << waived.output;
  EXPECT_EQ(in("", {"run", "gate", "--check", "row_count"}).status, 0);
  const ProcessResult below = in("a/b", {"run", "gate", "--check", "row_count"});
  EXPECT_EQ(below.status, 0) << below.output;
  EXPECT_TRUE(OutputHas(below, "gonogo: the migration's folder is: " +
                                   migration_.scratch().Path("evidence/signed") + "\n"))
      << below.output;
  const std::string latest = migration_.scratch().Path("evidence/latest");
  EXPECT_EQ(VerdictIn(latest).at("verdict"), "GO");
}

TEST_F(Waive, NeedsToKnowWhichFindings) {
  const ProcessResult run = Waived({"--finding", ""});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "say which findings are accepted: --finding PATTERN")) << run.output;
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
      "row_count.public.*, findings like *  in force\n    accepted by the team until 2999-12-31: rebuilt at night"))
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
