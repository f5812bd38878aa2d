// Text for a terminal.
#include "core/text/wrapped.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(Wrapped, EndsLinesBeforeTheWidth) {
  EXPECT_EQ(Wrapped("one two three four", 0, 2, 9), "one two\n  three\n  four");
  EXPECT_EQ(Wrapped("one two", 6, 2, 9), "one\n  two");
  EXPECT_EQ(Wrapped("", 0, 2, 9), "");
}

// Breaking them would make another command or name of them.
TEST(Wrapped, BreaksNoWordAndNoCode) {
  EXPECT_EQ(Wrapped("a/very/long/path x", 0, 2, 9), "a/very/long/path\n  x");
  EXPECT_EQ(Wrapped("run `gonogo sign --by NAME` now", 0, 2, 12),
            "run\n  `gonogo sign --by NAME`\n  now");
  EXPECT_EQ(Wrapped("it's `odd and long", 0, 2, 9), "it's `odd\n  and\n  long");
}

TEST(Wrapped, CountsCharactersAndNotBytes) {
  EXPECT_EQ(Wrapped("\xC3\xA4\xC3\xA4\xC3\xA4 \xC3\xB6\xC3\xB6 u", 0, 0, 8),
            "\xC3\xA4\xC3\xA4\xC3\xA4 \xC3\xB6\xC3\xB6 u");
}

TEST(WrappedLines, IndentsWhatFollowsALine) {
  EXPECT_EQ(WrappedLines("one two three\n  four five six\n", 11),
            "one two\n  three\n  four five\n    six\n");
  EXPECT_EQ(WrappedLines("  ", 11), "  ");
}

TEST(CutTo, SaysThatThereIsMore) {
  EXPECT_EQ(CutTo("columns.public.users", 20), "columns.public.users");
  EXPECT_EQ(CutTo("columns.public.users", 12), "columns.p...");
  EXPECT_EQ(CutTo("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", 4), "\xC3\xA4...");
  EXPECT_EQ(CutTo("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", 4), "\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4");
}

}  // namespace
}  // namespace gonogo
