// A chain shows that lines were changed, cut, added or moved.
#include "core/record/chain.h"

#include <gtest/gtest.h>

#include <random>

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "tests/support/chained_lines.h"

namespace gonogo {
namespace {

using testing_support::Chained;
using testing_support::EndOf;

constexpr const char* kLines = "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n";

// Returns what is wrong, or "".
std::string FaultIn(const std::string& lines, Unchained unchained = Unchained::kRefused) {
  try {
    ReadChainedLines(
        lines, "f.jsonl", "line", [](const Json&) {}, UnfinishedLine::kThrow, unchained);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

std::string WithoutLine(const std::string& lines, std::size_t number) {
  std::vector<std::string> all = Split(lines, '\n');
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(number - 1));
  return Join(all, "\n");
}

TEST(Chain, HasTheDigestOfTheLineBefore) {
  const std::string first = ChainedText({{"a", 1}}, {});
  EXPECT_EQ(first, R"({"seq":1,"prev":"","a":1})");
  const ChainEnd end = After({}, first);
  EXPECT_EQ(end, (ChainEnd{1, Sha256(first + "\n")}));
  EXPECT_EQ(ChainedText({{"a", 2}}, end), R"({"seq":2,"prev":")" + end.sha256 + R"(","a":2})");
}

TEST(Chain, IsReadAsItWasWritten) {
  const std::string lines = Chained(kLines);
  EXPECT_EQ(FaultIn(lines), "");
  const ChainEnd end = ReadChainedLines(
      lines, "f", "line", [](const Json&) {}, UnfinishedLine::kThrow, Unchained::kRefused);
  EXPECT_EQ(end, EndOf(lines));
  EXPECT_EQ(end.lines, 3);
}

TEST(Chain, NamesTheLineThatBreaksIt) {
  const std::string lines = Chained(kLines);
  std::string changed = lines;
  changed.replace(changed.find("\"a\":2"), 5, "\"a\":9");
  EXPECT_EQ(
      FaultIn(changed),
      "f.jsonl:3: invalid line: \"prev\" isn't the SHA-256 of line 2: that line was changed or replaced");
  EXPECT_EQ(
      FaultIn(WithoutLine(lines, 2)),
      "f.jsonl:2: invalid line: \"seq\" is 3, but this is line 2: lines were removed, added or moved");
  EXPECT_EQ(
      FaultIn(lines + "{\"a\":4}\n"),
      "f.jsonl:4: invalid line: \"seq\" and \"prev\" are missing: gonogo didn't write the line here");
  EXPECT_EQ(FaultIn("\xEF\xBB\xBF" + lines),
            "f.jsonl:1: invalid line: there are bytes around the object");
  std::string begun = lines;
  begun.replace(begun.find("\"prev\":\"\""), 9, "\"prev\":\"ab\"");
  EXPECT_EQ(FaultIn(begun),
            "f.jsonl:1: invalid line: \"prev\" isn't empty: the lines before it were removed");
}

TEST(Chain, MayBeginAfterLinesOfAnEarlierVersion) {
  std::string lines = "{\"a\":0}\n";
  const std::string next = ChainedText({{"a", 1}}, EndOf(lines));
  lines += next + "\n";
  EXPECT_EQ(FaultIn(lines, Unchained::kAtTheBeginning), "");
  EXPECT_NE(FaultIn(lines), "");
  // The first line of the chain holds the last one before it.
  lines.replace(lines.find("\"a\":0"), 5, "\"a\":7");
  EXPECT_NE(FaultIn(lines, Unchained::kAtTheBeginning), "");
  EXPECT_NE(FaultIn(Chained(kLines) + "{\"a\":4}\n", Unchained::kAtTheBeginning), "");
}

// Whoever knows the end sees each of these.
TEST(Chain, ShowsEveryFlipCutAndSwap) {
  std::string lines;
  for (int i = 0; i < 300; ++i)
    lines += "{\"case\":" + std::to_string(i) + ",\"status\":\"PASS\"}\n";
  lines = Chained(lines);
  const ChainEnd end = EndOf(lines);
  std::mt19937 random(22);
  const auto below = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  // Also without a look at what else the lines say.
  const auto ends_there = [&](const std::string& text) {
    try {
      return ChainEndOf(text) == end;
    } catch (const PlanError&) {
      return false;
    }
  };
  const auto is_seen = [&](const std::string& text) {
    return (EndOf(text) != end || !FaultIn(text).empty()) && !ends_there(text);
  };
  ASSERT_TRUE(ends_there(lines));
  ASSERT_FALSE(is_seen(lines));
  for (int i = 0; i < 1000; ++i) {
    std::string flipped = lines;
    const std::size_t at = below(lines.size());
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << below(8)));
    ASSERT_TRUE(is_seen(flipped)) << "byte " << at;
    const std::size_t left = below(lines.size() - 1);  // all but the last newline, or fewer bytes
    ASSERT_TRUE(is_seen(lines.substr(0, left))) << left << " bytes are left";
  }
  for (int i = 0; i < 200; ++i) {
    std::vector<std::string> swapped = Split(lines, '\n');
    const std::size_t one = below(300);
    std::swap(swapped[one], swapped[(one + 1 + below(299)) % 300]);
    ASSERT_TRUE(is_seen(Join(swapped, "\n"))) << "line " << one;
  }
}

}  // namespace
}  // namespace gonogo
