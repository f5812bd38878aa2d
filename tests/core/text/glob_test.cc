// Patterns with *.
#include "core/text/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace gonogo {
namespace {

TEST(Glob, MatchesTheWholeText) {
  EXPECT_TRUE(MatchesGlob("public.users", "public.users"));
  EXPECT_FALSE(MatchesGlob("public.user", "public.users"));
  EXPECT_FALSE(MatchesGlob("ublic.users", "public.users"));
  EXPECT_TRUE(MatchesGlob("", ""));
  EXPECT_FALSE(MatchesGlob("", "a"));
}

TEST(Glob, AStarMatchesZeroOrMoreCharacters) {
  EXPECT_TRUE(MatchesGlob("*", ""));
  EXPECT_TRUE(MatchesGlob("public.*", "public."));
  EXPECT_TRUE(MatchesGlob("public.*", "public.users.email"));
  EXPECT_TRUE(MatchesGlob("*.email", "public.users.email"));
  EXPECT_TRUE(MatchesGlob("p*s", "public.users"));
  EXPECT_TRUE(MatchesGlob("*a*ab", "aaab"));
  EXPECT_FALSE(MatchesGlob("*a*ab", "aaba"));
}

TEST(Glob, NoOtherCharacterIsSpecial) {
  EXPECT_FALSE(MatchesGlob("a?c", "abc"));
  EXPECT_FALSE(MatchesGlob("[ab]", "a"));
  EXPECT_TRUE(MatchesGlob("[ab]", "[ab]"));
  EXPECT_TRUE(MatchesGlob("a\\*", "a\\b"));
}

// With backtracking to every star, this pattern would take forever.
TEST(Glob, AHostilePatternIsFast) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(MatchesGlob(pattern + "*b", std::string(10'000, 'a')));
  EXPECT_TRUE(MatchesGlob(pattern + "*", std::string(10'000, 'a')));
}

}  // namespace
}  // namespace gonogo
