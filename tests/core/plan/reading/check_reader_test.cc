// What a check can contain, and the error message with its line for anything else.
#include "core/plan/reading/check_reader.h"

#include <gtest/gtest.h>

#include "core/plan/reading/plan_extension.h"
#include "core/text/text.h"
#include "tests/core/plan/sample_plan.h"

namespace gonogo {
namespace {

TEST(PlanReader, ReadsACheckInFull) {
  const Plan plan =
      Parsed({.relations = R"([{"source": "b"}, {"source": "a"}])",
              .checks = "[\n{\"id\": \"rows-1_B\", \"gate\": \"row_count\", "
                        "\"phases\": [\"cutover\", \"gate\"], "
                        "\"severity\": \"advisory\", \"owner\": \"billing\", \"tolerance\": 5}]"});
  const Check& check = plan.checks.at(0);
  EXPECT_EQ(check.id, "rows-1_B");
  EXPECT_EQ(check.gate, &Gates()[0]);
  EXPECT_EQ(Join(PhaseNames(check.phases), ","), "cutover,gate");
  EXPECT_EQ(check.severity, Severity::kAdvisory);
  EXPECT_EQ(check.owner, "billing");
  EXPECT_EQ(check.arguments.values().dump(), R"({"tolerance":5})");
  ASSERT_EQ(check.subjects.size(), 2);
  EXPECT_EQ(check.subjects[0].name, "b");
  EXPECT_EQ(check.subjects[1].relation, "a");
  EXPECT_EQ(check.location.file, "plan.json");
  EXPECT_EQ(check.location.line, 8);
}

TEST(PlanChecks, MustExist) {
  const std::string message = "\"checks\" must be a list with at least one check";
  EXPECT_EQ(ErrorMessage({.checks = "[]"}), "plan.json:7: " + message);
  EXPECT_EQ(ErrorMessage({.checks = "{}"}), "plan.json:7: " + message);
  EXPECT_EQ(ErrorMessageOfText(R"({"gonogo": 1, "name": "m", "connections": {"source":
            {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}}})"),
            "plan.json:1: " + message);
  EXPECT_EQ(ErrorMessageOfCheck("5"), "plan.json:7: must be an object");
}

TEST(PlanChecks, NameAKnownGate) {
  EXPECT_EQ(ErrorMessageOfCheck("{\"id\": \"a\",\n\"gate\": \"row_cuont\"}"),
            "plan.json:8: gate \"row_cuont\" is unknown; did you mean \"row_count\"?");
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "foreign_keys"})"),
            "plan.json:7: gate \"foreign_keys\" is unknown; known: row_count, names, timeless");
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a"})"),
            "plan.json:7: \"gate\" is missing: text, the kind of check");
}

TEST(PlanChecks, HaveOnlyTheKeysOfTheirGate) {
  EXPECT_EQ(ErrorMessageOfCheck("{\"id\": \"a\", \"gate\": \"row_count\",\n\"tolerence\": 1}"),
            "plan.json:8: key \"tolerence\" is unknown; did you mean \"tolerance\"?");
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "names", "tolerance": 1})"),
            "plan.json:7: key \"tolerance\" is unknown; known: names, id, gate, phases, severity, "
            "owner, after, max_age_minutes");
}

TEST(PlanChecks, HaveParametersOfTheRightKind) {
  EXPECT_EQ(ErrorMessageOfCheck("{\"id\": \"a\", \"gate\": \"row_count\",\n\"tolerance\": 1.9}"),
            "plan.json:8: \"tolerance\" must be integer, not a number");
}

std::string OrderedChecks(const std::string& first, const std::string& second) {
  return R"([{"id": "a", "gate": "names")" + first + "},\n" + R"({"id": "b", "gate": "names")" +
         second + "}]";
}

TEST(PlanChecks, MayComeAfterAnotherAndHaveAnAge) {
  const Plan plan =
      Parsed({.checks = OrderedChecks(R"(, "after": "b", "max_age_minutes": 30)", "")});
  EXPECT_EQ(plan.checks.at(0).after, "b");
  EXPECT_EQ(plan.checks.at(0).max_age, std::chrono::minutes(30));
  EXPECT_EQ(plan.checks.at(1).after, "");
  EXPECT_EQ(plan.checks.at(1).max_age.count(), 0);
}

TEST(PlanChecks, ComeAfterOneThatCanComeFirst) {
  const auto refusal = [](const std::string& first, const std::string& second) {
    return ErrorMessage({.checks = OrderedChecks(first, second)});
  };
  EXPECT_EQ(refusal(R"(, "after": "c")", ""),
            "plan.json:7: check \"c\" is unknown; did you mean \"a\"?");
  EXPECT_EQ(refusal("", R"(, "after": "b")"),
            "plan.json:8: check \"b\" itself comes after \"b\": name one that comes after none");
  EXPECT_EQ(refusal(R"(, "after": "b")", R"(, "after": "a")"),
            "plan.json:7: check \"b\" itself comes after \"a\": name one that comes after none");
  EXPECT_EQ(refusal(R"(, "after": "b", "phases": ["gate"])", R"(, "phases": ["cutover"])"),
            "plan.json:7: checks \"a\" and \"b\" have no phase in common");
  EXPECT_EQ(refusal(R"(, "max_age_minutes": 0)", ""),
            "plan.json:7: \"max_age_minutes\" must be integer, at least 1");
}

TEST(PlanChecks, NameKnownPhasesOnceEach) {
  const std::string check = R"({"id": "a", "gate": "names", "phases": )";
  EXPECT_EQ(ErrorMessageOfCheck(check + "[\"gate\",\n\"cut-over\"]}"),
            "plan.json:8: phase \"cut-over\" is unknown; did you mean \"cutover\"?");
  EXPECT_EQ(ErrorMessageOfCheck(check + "[\"gate\",\n\"gate\"]}"),
            "plan.json:8: phase \"gate\" is given twice");
  EXPECT_EQ(ErrorMessageOfCheck(check + "[]}"), "plan.json:7: a check needs a phase");
  EXPECT_EQ(ErrorMessageOfCheck(check + "\"gate\"}"),
            "plan.json:7: \"phases\" must be list of texts, not a text");
}

// It would be in no phase, and never run.
// It would be in no phase, and never run.
TEST(PlanChecks, NeedAPhaseIfTheirGateHasNone) {
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "timeless"})"),
            "plan.json:7: a check needs a phase");
}

TEST(PlanChecks, AreRequiredOrAdvisory) {
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "names", "severity": "advisor"})"),
            "plan.json:7: \"severity\" cannot be \"advisor\"; did you mean \"advisory\"?");
}

TEST(PlanChecks, HaveAnIdThatNamesATestAndAFile) {
  EXPECT_EQ(ErrorMessageOfCheck(R"({"gate": "names"})"),
            "plan.json:7: \"id\" is missing: text, the check's name");
  for (const std::string id :
       {"", "a.b", "a b", "a/b", "a;b", "\xC3\xA9", "verdict", "pair", "DISABLED_a"}) {
    EXPECT_EQ(ErrorMessageOfCheck("{\"gate\": \"names\",\n\"id\": \"" + id + "\"}"),
              "plan.json:8: \"" + id +
                  "\" cannot be a check's id: use letters, digits, _ and -, but not "
                  "\"verdict\", \"pair\" or DISABLED_...");
  }
}

TEST(PlanChecks, HaveUniqueIds) {
  EXPECT_EQ(ErrorMessage({.checks = "[{\"id\": \"a\", \"gate\": \"names\"},\n"
                                    "{\"gate\": \"row_count\",\n\"id\": \"a\"}]"}),
            "plan.json:9: check id \"a\" is given twice");
}

// If the two were merged, the second check would be lost silently.
// If the two were merged, the second check would be lost silently.
TEST(PlanChecks, HaveUniqueIdsInAPlanThatExtendsAnother) {
  const LocatedJson base = ParseLocated(PlanText{}.Text(), "base.json");
  const LocatedJson changes = ParseLocated(
      "{\"checks\": [{\"id\": \"a\", \"gate\": \"names\"},\n"
      "{\"id\": \"a\", \"gate\": \"names\", \"names\": [\"two\"]}]}",
      "plan.json");
  EXPECT_THROW(ReadPlan(ExtendedPlan(base, changes), Gates(), Stages(), {}), PlanError);
}

TEST(PlanChecks, NeedASubject) {
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "names", "names": []})"),
            "plan.json:7: check \"a\" has nothing to check");
  EXPECT_EQ(ErrorMessage({.relations = "[]"}), "plan.json:7: check \"rows\" has nothing to check");
}

TEST(PlanChecks, HaveEachSubjectOnce) {
  EXPECT_EQ(ErrorMessageOfCheck(R"({"id": "a", "gate": "names", "names": ["x", "y", "x"]})"),
            "plan.json:7: check \"a\" has the subject \"x\" twice");
}

TEST(PlanChecks, GiveTheLineOfAnErrorOfTheirGate) {
  EXPECT_EQ(ErrorMessageOfCheck("\n{\"id\": \"a\", \"gate\": \"row_count\", \"tolerance\": -1}"),
            "plan.json:8: check \"a\": a tolerance cannot be negative");
}

TEST(PlanChecks, GiveTheFileThatHasTheError) {
  const LocatedJson base = ParseLocated(PlanText{}.Text(), "base.json");
  const LocatedJson changes =
      ParseLocated("{\"checks\": [\n{\"id\": \"rows\",\n\"tolerance\": true}]}", "plan.json");
  try {
    ReadPlan(ExtendedPlan(base, changes), Gates(), Stages(), {});
    FAIL() << "accepted";
  } catch (const PlanError& error) {
    EXPECT_STREQ(error.what(), "plan.json:3: \"tolerance\" must be integer, not a boolean");
  }
}

}  // namespace
}  // namespace gonogo
