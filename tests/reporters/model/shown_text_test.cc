// Values from outside, as reports show them.
#include "reporters/model/shown_text.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(ShownText, KeepsANameFromAddingALine) {
  EXPECT_EQ(LogLine("users\n::error::forged\x1b[2J"),
            "users ::error::forged[NON-XML-CHAR-0x1B][2J");
  EXPECT_EQ(LogLine("::error::forged"), ": :error::forged");
}

TEST(ShownText, MakesMarksOfDirectionVisible) {
  EXPECT_EQ(Shown("a\xE2\x80\xAE"
                  "b"),
            "a[U+202E]b");
  EXPECT_EQ(Shown("\xC3\xA4 \x1B"), "\xC3\xA4 [NON-XML-CHAR-0x1B]");
}

// GitHub, Azure and TeamCity do what they find in a log.
TEST(LogText, HasNoCommands) {
  EXPECT_EQ(LogText("::error::x"), ": :error::x");
  EXPECT_EQ(LogText("a\n  ::stop-commands::x\nb"), "a\n  : :stop-commands::x\nb");
  EXPECT_EQ(LogText("a ##[error]b"), "a # #[error]b");
  EXPECT_EQ(LogText("##vso[x] ##teamcity[y]"), "# #vso[x] # #teamcity[y]");
  EXPECT_EQ(LogText("###[x]"), "## #[x]");
  for (const char* const plain :
       {"::1", "::ffff:10.0.0.1", "x::regclass", "a::b::c", "## a", "\n"}) {
    EXPECT_EQ(LogText(plain), plain);
  }
  EXPECT_EQ(LogText("\xE2\x80\xAEx"), "[U+202E]x");
}

TEST(ShownText, CutsBetweenCharactersAndSaysSo) {
  EXPECT_EQ(Shown("abcdef", 4), "abcd... (2 more bytes)");
  EXPECT_EQ(Shown("abc\xC3\xA4", 4), "abc... (2 more bytes)");
}

TEST(ShownText, WritesTimesAndNumbersForPeople) {
  using std::chrono::milliseconds;
  EXPECT_EQ(Took(milliseconds(12)), "12 ms");
  EXPECT_EQ(Took(milliseconds(3456)), "3.4 s");
  EXPECT_EQ(Took(milliseconds(125'000)), "2 min 5 s");
  EXPECT_EQ(Took(milliseconds(4'800'000)), "1 h 20 min");
  EXPECT_EQ(ShownTime("2026-02-21T09:30:00.123Z"), "2026-02-21 09:30:00 UTC");
  EXPECT_EQ(ShownTime("yesterday"), "yesterday");
  EXPECT_EQ(Thousands(1234567), "1,234,567");
  EXPECT_EQ(Thousands(-1234), "-1,234");
  EXPECT_EQ(Thousands(-123), "-123");
}

}  // namespace
}  // namespace gonogo
