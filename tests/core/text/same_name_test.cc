// Tests of when two names that people typed are one.
#include "core/text/same_name.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(SameName, IsTheSameInOtherCase) {
  EXPECT_TRUE(AreSameName("The Lead", "the lead"));
  EXPECT_TRUE(AreSameName("Älteste", "ÄLTESTE"));
  EXPECT_TRUE(AreSameName("älteste", "ÄLTESTE"));
  EXPECT_TRUE(AreSameName("Groß", "GROSS"));
}

TEST(SameName, IsTheSameComposedAndDecomposed) {
  EXPECT_TRUE(AreSameName("\u00C4lteste", "A\u0308lteste"));
  EXPECT_TRUE(AreSameName("\u00E4lteste", "A\u0308LTESTE"));
  EXPECT_TRUE(AreSameName("\uFB01ne", "fine"));
}

TEST(SameName, IsTheSameWithOtherWhiteSpace) {
  EXPECT_TRUE(AreSameName("the lead", "  the \t lead "));
  EXPECT_TRUE(AreSameName("the lead", "the\u00A0lead"));
  EXPECT_TRUE(AreSameName("the lead", "the \u200Blead\u00AD"));
}

TEST(SameName, IsAnotherOfOtherLetters) {
  EXPECT_FALSE(AreSameName("the lead", "the leader"));
  EXPECT_FALSE(AreSameName("the lead", "thelead"));
  EXPECT_FALSE(AreSameName("\u00C4lteste", "Alteste"));
  EXPECT_FALSE(AreSameName("", "the lead"));
}

TEST(SameName, IsComparedByByteIfItIsNotText) {
  EXPECT_TRUE(AreSameName("lead\xFF", "lead\xFF"));
  EXPECT_FALSE(AreSameName("lead\xFF", "Lead\xFF"));
  EXPECT_FALSE(AreSameName("lead\xFF", "lead"));
}

}  // namespace
}  // namespace gonogo
