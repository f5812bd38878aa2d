// What a selftest prints and writes.
#include "reporters/selftest_report.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

Trial Ended(const std::string& kind, const std::string& gate, Fate fate, const std::string& why) {
  Trial trial{
      .damage = {.kind = kind, .object = "t", .plant = "DROP TABLE t;\nSELECT 1", .gate = gate},
      .fate = fate,
      .why = why};
  if (!gate.empty() && fate != Fate::kUnviable) trial.asked = {gate};
  if (fate == Fate::kKilled && !gate.empty()) trial.red = {{gate, "t: have none, want one"}};
  return trial;
}

Selftest Sample() {
  return {.seed = 3,
          .full = true,
          .trials = {Ended("table dropped", "inventory", Fate::kKilled, ""),
                     Ended("table renamed", "inventory", Fate::kSurvived, "inventory is green"),
                     Ended("table moved", "inventory", Fate::kUnviable, "t: no such table"),
                     Ended("rows moved", "", Fate::kKilled, "")},
          .unfit = {}};
}

TEST(SelftestReport, NamesWhatWasNotKilledAndCountsTheRest) {
  EXPECT_EQ(SelftestText(Sample(), "gonogo selftest", std::chrono::milliseconds(1500)),
            "  SURVIVED  table renamed: t\n"
            "    inventory is green\n"
            "    planted: DROP TABLE t; SELECT 1\n"
            "    again:   gonogo selftest --only 'table renamed' --keep\n"
            "  UNVIABLE  table moved: t\n"
            "    t: no such table\n"
            "    planted: DROP TABLE t; SELECT 1\n"
            "    again:   gonogo selftest --only 'table moved' --keep\n"
            "selftest: 1 of 3 kinds of damage killed, 1 survived, 0 false alarms, 1 unviable; "
            "1 harmless change stayed green; seed 3, 1.5 s\n");
}

TEST(SelftestReport, NamesTheCheckThatAPlanLacks) {
  Selftest of_plan = Sample();
  of_plan.trials = {Ended("table renamed", "inventory", Fate::kSurvived, "no check"),
                    Ended("default lost", "columns", Fate::kKilled, "")};
  of_plan.checks_to_add = {{"inventory", R"({"gate":"inventory"})"}, {"owners", "{}"}};
  of_plan.of_plan = true;
  of_plan.copied = "the schema of shop";
  of_plan.left_out = {"tls.target (no TLS)"};
  EXPECT_EQ(
      SelftestText(of_plan, "gonogo selftest --plan p", std::chrono::milliseconds(0)),
      "  copied: the schema of shop\n"
      "  not tried, because it is red without damage: tls.target (no TLS)\n"
      "of 2 kinds of damage that this database could have, the plan sees 1; 1 unseen:\n"
      "  add   {\"gate\":\"inventory\"}\n"
      "    to see\n"
      "      table renamed: t\n"
      "selftest: 1 of 2 kinds of damage killed, 1 survived, 0 false alarms, 0 unviable; seed 3, "
      "0.0 s\n");
}

TEST(SelftestReport, SaysWhatAPlanSeesInOtherWordsAndWhatItsDatabaseCanNotHave) {
  Selftest of_plan = Sample();
  of_plan.trials = {Ended("key dropped", "constraints", Fate::kKilled, ""),
                    Ended("default lost", "columns", Fate::kSurvived, "columns is green"),
                    Ended("row lost", "row_count", Fate::kImpossible, "t: answers as before")};
  of_plan.trials[0].in_other_words = "t key: have two, want one";
  of_plan.of_plan = true;
  of_plan.url_variable = "SRC_DB_URL";
  EXPECT_EQ(
      SelftestText(of_plan, "gonogo selftest --plan p", std::chrono::milliseconds(0)),
      "  seen in other words: key dropped: t\n"
      "    constraints: t key: have two, want one\n"
      "  not tried, because nothing in that database can be damaged so: 1 kind\n"
      "of 2 kinds of damage that this database could have, the plan sees 1; 1 unseen:\n"
      "  SURVIVED  default lost: t\n"
      "    columns is green\n"
      "    planted: DROP TABLE t; SELECT 1\n"
      "    again:   gonogo selftest --plan p --only 'default lost' --keep\n"
      "  \"again\" reads the source's URL from SRC_DB_URL, as this did\n"
      "selftest: 1 of 2 kinds of damage killed, 1 survived, 0 false alarms, 0 unviable; seed 3, "
      "0.0 s\n");
  const Json report = ToMutationReport(of_plan);
  const Json& row_count = report.at("files").at("row_count");
  EXPECT_EQ(row_count.at("mutants").at(0).at("status"), "Ignored");
}

TEST(SelftestReport, ClaimsNothingIfAGateIsRedWithoutDamage) {
  Selftest unfit = Sample();
  unfit.unfit = {"columns: t: have none, want one"};
  EXPECT_EQ(SelftestText(unfit, "gonogo selftest", std::chrono::milliseconds(0)),
            "selftest: could not tell, because gates are red without damage:\n"
            "  columns: t: have none, want one\n");
}

TEST(SelftestReport, HasAFileForEachGateWithALineForEachDamage) {
  const Json report = ToMutationReport(Sample());
  const Json& inventory = report.at("files").at("inventory");
  EXPECT_EQ(inventory.at("source"),
            "DROP TABLE t; SELECT 1\nDROP TABLE t; SELECT 1\nDROP TABLE t; SELECT 1\n");
  std::vector<std::string> statuses;
  for (const Json& mutant : inventory.at("mutants")) statuses.push_back(mutant.at("status"));
  EXPECT_EQ(statuses, (std::vector<std::string>{"Killed", "Survived", "CompileError"}));
  EXPECT_EQ(inventory.at("mutants").at(1).at("location").at("start").at("line"), 2);
  EXPECT_EQ(inventory.at("mutants").at(0).at("killedBy"), Json({"inventory"}));
  EXPECT_EQ(report.at("files").at("harmless").at("mutants").at(0).at("status"), "Ignored");
}

TEST(SelftestReport, HasARowForEachKind) {
  const std::string page = KillMatrixPage(Sample());
  EXPECT_NE(page.find("| table dropped | inventory |  | killed |\n"), std::string::npos) << page;
  EXPECT_NE(page.find("| rows moved |  |  | green |\n"), std::string::npos) << page;
}

}  // namespace
}  // namespace gonogo
