// Which cases a plan declares for a selection of phases and checks.
#include "core/plan/declared_case.h"

#include <gtest/gtest.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

// A plan of three checks; `late` comes first and runs last.
Plan ThreeChecks() {
  Plan plan;
  plan.checks = {
      {.id = "late", .phases = {Phase::kCutover, Phase::kGate}, .subjects = {{"x", ""}}},
      {.id = "rows", .phases = {Phase::kGate, Phase::kVerify}, .subjects = {{"b", ""}, {"a", ""}}},
      {.id = "enums",
       .phases = {Phase::kCutover},
       .severity = Severity::kAdvisory,
       .subjects = {{"e", ""}}}};
  return plan;
}

// Returns "verify rows.b, verify rows.a".
std::string Declared(const std::vector<Phase>& phases, const std::vector<std::string>& checks) {
  std::vector<std::string> words;
  for (const DeclaredCase& one : DeclaredCases(ThreeChecks(), phases, checks)) {
    words.push_back(PhaseName(one.phase) + " " + one.name() +
                    (one.severity == Severity::kAdvisory ? " (advisory)" : ""));
  }
  return Join(words, ", ");
}

TEST(DeclaredCases, AreAllInRunbookOrderWithoutASelection) {
  EXPECT_EQ(Declared({}, {}),
            "verify rows.b, verify rows.a, gate late.x, cutover enums.e (advisory)");
}

TEST(DeclaredCases, AreThoseOfTheSelectedPhases) {
  EXPECT_EQ(Declared({Phase::kVerify}, {}), "verify rows.b, verify rows.a");
  EXPECT_EQ(Declared({Phase::kGate}, {}), "gate late.x, gate rows.b, gate rows.a");
  EXPECT_EQ(Declared({Phase::kRollback}, {}), "");
}

TEST(DeclaredCases, AreInRunbookOrderInAnySelection) {
  EXPECT_EQ(Declared({Phase::kCutover, Phase::kVerify}, {}),
            "verify rows.b, verify rows.a, cutover late.x, cutover enums.e (advisory)");
}

TEST(DeclaredCases, HaveEachCheckOnceForSeveralOfItsPhases) {
  EXPECT_EQ(Declared({Phase::kGate, Phase::kCutover}, {"late"}), "gate late.x");
}

TEST(DeclaredCases, AreThoseOfTheSelectedChecks) {
  EXPECT_EQ(Declared({}, {"enums", "rows"}),
            "verify rows.b, verify rows.a, cutover enums.e (advisory)");
  EXPECT_EQ(Declared({Phase::kGate}, {"enums"}), "");
}

}  // namespace
}  // namespace gonogo
