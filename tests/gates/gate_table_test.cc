// The gates that a program of one's own adds to the table. ci/check-example runs such a program.
#include "gates/gate_table.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

Gate Usable() {
  return {.name = "my_gate",
          .summary = "s",
          .meaning = "m",
          .remedy = "r",
          .phases = {Phase::kGate},
          .parameters = {},
          .subjects = TheTarget,
          .run = [](const Inspection&) { return Outcome{}; }};
}

Gate WithTakenName() {
  Gate gate = Usable();
  gate.name = "row_count";
  return gate;
}

Gate WithNameOfACommand() {
  Gate gate = Usable();
  gate.name = "test";
  return gate;
}

Gate WithoutMeaning() {
  Gate gate = Usable();
  gate.meaning = "";
  return gate;
}

Gate WithoutRun() {
  Gate gate = Usable();
  gate.run = nullptr;
  return gate;
}

std::string RefusalOf(Gate (*definition)()) {
  try {
    UseOwnGates({{definition}, "1"});
    return "";
  } catch (const PlanError& error) {
    return error.what();
  }
}

TEST(OwnGates, ThatCannotBeUsedAreRefused) {
  EXPECT_EQ(RefusalOf(WithTakenName), "gate row_count: there is one of this name; rename yours");
  EXPECT_EQ(
      RefusalOf(WithNameOfACommand),
      "a gate can't be called test, because C++ or gonogo uses the word; choose another name");
  EXPECT_EQ(RefusalOf(WithoutMeaning),
            "gate my_gate: lacks a meaning: what a finding means for the migration");
  EXPECT_EQ(RefusalOf(WithoutRun), "gate my_gate: lacks the function run");
  EXPECT_EQ(AllGates().size(), BuiltInGates().size());
  EXPECT_EQ(OwnGatesVersion(), "");
}

TEST(OwnGates, HaveNamesThatFilesAndNamespacesCanHave) {
  EXPECT_NO_THROW(RequireGateName("a_1"));
  for (const char* const wrong :
       {"", "1a", "A", "a-b", "a b", "../a", "_a", "a_", "a__b", "new", "class", "sql"}) {
    EXPECT_THROW(RequireGateName(wrong), PlanError) << wrong;
  }
}

}  // namespace
}  // namespace gonogo
