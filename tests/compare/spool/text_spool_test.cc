// Tests that the spool returns a text of any length unchanged.
#include "compare/spool/text_spool.h"

#include <gtest/gtest.h>

#include <sstream>

namespace gonogo {
namespace {

std::string TextOf(TextSpool& spool) {
  std::ostringstream out;
  spool.CopyTo(out);
  return out.str();
}

TEST(TextSpool, IsEmptyAtFirst) {
  TextSpool spool;
  EXPECT_TRUE(spool.empty());
  EXPECT_EQ(TextOf(spool), "");
}

TEST(TextSpool, ReturnsAShortText) {
  TextSpool spool;
  spool.Append("one, ");
  spool.Append("");
  spool.Append(std::string_view("t\0wo\n", 5));
  EXPECT_FALSE(spool.empty());
  EXPECT_EQ(TextOf(spool), std::string("one, t\0wo\n", 10));
}

TEST(TextSpool, ReturnsALongText) {
  TextSpool spool;
  std::string text;
  for (int i = 0; text.size() < 3'500'000; ++i) {
    const std::string line = "line " + std::to_string(i) + "\n";
    spool.Append(line);
    text += line;
  }
  EXPECT_FALSE(spool.empty());
  EXPECT_TRUE(TextOf(spool) == text);  // no megabytes of message
}

TEST(TextSpool, IsNotEmptyIfAllOfItIsInTheFile) {
  TextSpool spool;
  spool.Append(std::string(2'000'000, 'x'));
  EXPECT_FALSE(spool.empty());
  EXPECT_EQ(TextOf(spool).size(), 2'000'000U);
}

}  // namespace
}  // namespace gonogo
