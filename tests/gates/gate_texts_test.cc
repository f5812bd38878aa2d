// What each gate says about its findings. All reports show these texts as they are.
#include <gtest/gtest.h>

#include <cctype>
#include <regex>
#include <set>

#include "gates/gate_table.h"

namespace gonogo {
namespace {

std::vector<std::string> TextsOf(const Gate& gate) { return {gate.meaning, gate.remedy}; }

TEST(GateTexts, AreShortSentencesWithoutMarkup) {
  for (const Gate& gate : AllGates()) {
    for (const std::string& text : TextsOf(gate)) {
      ASSERT_FALSE(text.empty()) << gate.name;
      EXPECT_LE(text.size(), 110U) << gate.name << ": " << text;
      EXPECT_TRUE(text.ends_with('.')) << gate.name << ": " << text;
      EXPECT_TRUE(std::isupper(static_cast<unsigned char>(text.front())) != 0 ||
                  text.starts_with("gonogo "))
          << gate.name << ": " << text;
      EXPECT_EQ(text.find_first_of("`*<>|\"\\\n"), std::string::npos) << gate.name << ": " << text;
    }
  }
}

TEST(GateTexts, AreTheirOwn) {
  std::set<std::string> seen;
  for (const Gate& gate : AllGates()) {
    for (const std::string& text : TextsOf(gate)) {
      EXPECT_TRUE(seen.insert(text).second) << gate.name << ": another text says: " << text;
    }
  }
}

TEST(GateTexts, NameOnlyParametersOfTheirGate) {
  static const std::regex named("the parameter ([a-z_]+)");
  int found = 0;
  for (const Gate& gate : AllGates()) {
    std::set<std::string> parameters;
    for (const Parameter& one : gate.parameters) parameters.insert(one.name);
    std::smatch match;
    if (!std::regex_search(gate.remedy, match, named)) continue;
    EXPECT_TRUE(parameters.contains(match[1])) << gate.name << ": " << gate.remedy;
    ++found;
  }
  EXPECT_GT(found, 5);
}

}  // namespace
}  // namespace gonogo
