// Reads CSV as RFC 4180 has it, and refuses what readers understand in different ways.
#include "core/text/csv.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string ErrorOf(const std::string& text) {
  try {
    ParseCsv(text, "fleet.csv");
    return "";
  } catch (const PlanError& error) {
    return error.what();
  }
}

TEST(Csv, HasRowsWithTheirLines) {
  const auto rows = ParseCsv("\xEF\xBB\xBFname,url\r\n\r\nacme,\"a,\"\"b\"\"\nc\"\nglobex,", "f");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"name", "url"}));
  EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"acme", "a,\"b\"\nc"}));
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"globex", ""}));
  EXPECT_EQ(rows[2].line, 5);
  EXPECT_TRUE(ParseCsv("", "f").empty());
}

TEST(Csv, RefusesQuotesElsewhereWithoutTheText) {
  EXPECT_EQ(ErrorOf("a\n\"secret"), "fleet.csv:2: the quote isn't closed");
  EXPECT_EQ(ErrorOf("a\n\"secret\" more"),
            "fleet.csv:2: text after a closing quote: end the cell with a comma");
  EXPECT_EQ(ErrorOf("a\nsec\"ret"),
            "fleet.csv:2: a quote within a cell: put the cell in quotes, and double the quote");
}

}  // namespace
}  // namespace gonogo
