// Text functions, above all the printable form of foreign text.
#include "core/text/text.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

// "[NON-UTF-8-BYTE-0xC0][NON-UTF-8-BYTE-0x80]" for "\xC0\x80".
std::string AllMarked(const std::string& bytes) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string marked;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    marked += "[NON-UTF-8-BYTE-0x";
    marked += kDigits[byte >> 4U];
    marked += kDigits[byte & 0xFU];
    marked += "]";
  }
  return marked;
}

TEST(Join, PutsTheSeparatorBetweenParts) {
  EXPECT_EQ(Join(Texts{}, ", "), "");
  EXPECT_EQ(Join(Texts{"a"}, ", "), "a");
  EXPECT_EQ(Join(Texts{"a", "", "a"}, ", "), "a, , a");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(Split("a,b", ','), (Texts{"a", "b"}));
  EXPECT_EQ(Split(",a,,", ','), (Texts{"", "a", "", ""}));
  EXPECT_EQ(Split("", ','), (Texts{""}));
}

TEST(Trim, RemovesBlanksAtBothEndsOnly) {
  EXPECT_EQ(Trim(" \t\r\na b\n "), "a b");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Trim(""), "");
}

TEST(ParseInteger, ReadsSixtyFourBits) {
  EXPECT_EQ(ParseInteger("0"), 0);
  EXPECT_EQ(ParseInteger("-9223372036854775808"), INT64_MIN);
  EXPECT_EQ(ParseInteger("9223372036854775807"), INT64_MAX);
}

TEST(ParseInteger, NeedsTheWholeTextToBeANumber) {
  for (const char* text : {"", " 1", "1 ", "1\n", "+1", "1.0", "1e3", "0x10", "1,000", "one", "-",
                           "9223372036854775808"}) {
    EXPECT_EQ(ParseInteger(text), std::nullopt) << text;
  }
}

TEST(ParseNumber, NeedsTheWholeTextToBeANumber) {
  EXPECT_EQ(ParseNumber("0.5"), 0.5);
  EXPECT_EQ(ParseNumber("-2"), -2);
  EXPECT_EQ(ParseNumber("1e3"), 1000);
  for (const char* text : {"", " 1", "1 ", "+1", "1,5", "1%", "0x10", "1e999"}) {
    EXPECT_EQ(ParseNumber(text), std::nullopt) << text;
  }
}

// A tolerance of "inf" percent would allow anything; "nan" is less than nothing.
TEST(ParseNumber, RejectsInfinityAndNan) {
  for (const char* text : {"inf", "-inf", "infinity", "nan", "NAN", "nan(1)"}) {
    EXPECT_EQ(ParseNumber(text), std::nullopt) << text;
  }
}

TEST(DataSize, IsInTheUnitThatPeopleRead) {
  EXPECT_EQ(DataSize(1), "1 byte");
  EXPECT_EQ(DataSize(999), "999 bytes");
  EXPECT_EQ(DataSize(1'001), "2 kB");
  EXPECT_EQ(DataSize(999'001), "1 MB");
  EXPECT_EQ(DataSize(417'387'190), "418 MB");
  EXPECT_EQ(DataSize(999'000'001), "1.0 GB");
  EXPECT_EQ(DataSize(1'210'000'000'000), "1210.0 GB");
}

TEST(FirstFew, SaysHowManyAreLeftOut) {
  const std::vector<std::string> names = {"a", "b", "c"};
  EXPECT_EQ(FirstFew(names, 2), "a, b and 1 more");
  EXPECT_EQ(FirstFew(names), "a, b, c");
  EXPECT_EQ(FirstFew({}), "");
}

TEST(Counted, AddsAnSUnlessTheCountIsOne) {
  EXPECT_EQ(Counted(0, "row"), "0 rows");
  EXPECT_EQ(Counted(1, "row"), "1 row");
  EXPECT_EQ(Counted(2, "row"), "2 rows");
  EXPECT_EQ(Counted(5'000'000'000, "row"), "5000000000 rows");
}

TEST(Printable, KeepsValidText) {
  for (const char* text : {"", "plain", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xC2\xA0",
                           "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(Printable(text), text);
  }
}

TEST(Printable, KeepsNewlinesAndTabs) { EXPECT_EQ(Printable("a\n\tb"), "a\n\tb"); }

TEST(Printable, MarksControlCharacters) {
  EXPECT_EQ(Printable(std::string_view("a\0b", 3)), "a[NON-XML-CHAR-0x00]b");
  EXPECT_EQ(Printable("\x1B[31m"), "[NON-XML-CHAR-0x1B][31m");
  EXPECT_EQ(Printable("a\r\n"), "a[NON-XML-CHAR-0x0D]\n");
  EXPECT_EQ(Printable("\x1F\x7F"), "[NON-XML-CHAR-0x1F][NON-XML-CHAR-0x7F]");
}

// U+009B alone starts an escape sequence.
TEST(Printable, MarksControlCharactersOfTwoBytes) {
  EXPECT_EQ(Printable("\xC2\x9B"
                      "31m"),
            "[NON-XML-CHAR-0x9B]31m");
  EXPECT_EQ(Printable("\xC2\x80"), "[NON-XML-CHAR-0x80]");
}

TEST(Printable, MarksTheTwoCharactersThatXmlForbids) {
  EXPECT_EQ(Printable("\xEF\xBF\xBE"), "[NON-XML-CHAR-0xFFFE]");
  EXPECT_EQ(Printable("\xEF\xBF\xBF"), "[NON-XML-CHAR-0xFFFF]");
}

TEST(Printable, MarksOverlongForms) {
  for (const char* text : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF",
                           "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF"}) {
    EXPECT_EQ(Printable(text), AllMarked(text));
  }
}

TEST(Printable, MarksSurrogates) {
  for (const char* text : {"\xED\xA0\x80", "\xED\xBF\xBF", "\xED\xA0\xBD\xED\xB8\x80"}) {
    EXPECT_EQ(Printable(text), AllMarked(text));
  }
}

TEST(Printable, MarksCodePointsBeyondTheLast) {
  for (const char* text :
       {"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"}) {
    EXPECT_EQ(Printable(text), AllMarked(text));
  }
}

TEST(Printable, MarksIncompleteSequences) {
  for (const char* text : {"\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xF0"}) {
    EXPECT_EQ(Printable(text), AllMarked(text));
  }
}

TEST(Printable, DoesNotReadPastTheEndOfTheText) {
  EXPECT_EQ(Printable(std::string_view("\xE2\x82\xAC", 2)), AllMarked("\xE2\x82"));
  EXPECT_EQ(Printable(std::string_view("\xC3\xA9", 1)), AllMarked("\xC3"));
}

TEST(Printable, MarksOnlyTheBytesOfAnInvalidSequence) {
  EXPECT_EQ(Printable("\xE2\x82"
                      "A"),
            AllMarked("\xE2\x82") + "A");
  EXPECT_EQ(Printable("\xC3\xC3\xA9"), AllMarked("\xC3") + "\xC3\xA9");
  EXPECT_EQ(Printable("\xF0\x9F\x98\n"), AllMarked("\xF0\x9F\x98") + "\n");
}

TEST(Printable, MarksAContinuationByteWithoutALeadByte) {
  EXPECT_EQ(Printable("a\x80\xBF"), "a" + AllMarked("\x80\xBF"));
}

}  // namespace
}  // namespace gonogo
