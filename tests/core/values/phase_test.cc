// The nine phases in order. No name contains another, because ctest uses them as patterns.
#include "core/values/phase.h"

#include <gtest/gtest.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

TEST(Phase, IsInTheOrderOfTheRunbook) {
  EXPECT_EQ(Join(PhaseNames(AllPhases()), " "),
            "preflight schema backfill verify gate dual-write cutover finalize rollback");
}

TEST(Phase, IsFoundByItsName) {
  for (const Phase phase : AllPhases()) EXPECT_EQ(PhaseNamed(PhaseName(phase)), phase);
}

TEST(Phase, IsFoundByItsWholeNameOnly) {
  for (const char* name : {"", "gat", "gates", "Gate", " gate", "cut-over", "all"}) {
    EXPECT_EQ(PhaseNamed(name), std::nullopt) << name;
  }
}

// `ctest -L gate` looks for the pattern anywhere in a label.
TEST(Phase, HasANameThatContainsNoOtherName) {
  for (const Phase one : AllPhases()) {
    for (const Phase other : AllPhases()) {
      if (one == other) continue;
      EXPECT_EQ(PhaseName(one).find(PhaseName(other)), std::string::npos)
          << PhaseName(one) << " contains " << PhaseName(other);
    }
  }
}

}  // namespace
}  // namespace gonogo
