// The pages of two made-up gates, against a golden file, and the size of the real ones.
#include "reporters/pages/gates_pages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "gates/gate_table.h"
#include "gates/hazards.h"
#include "tests/golden/golden.h"
#include "tests/golden/two_gates.h"

namespace gonogo {
namespace {

std::string AllTexts(const std::map<std::string, std::string>& pages) {
  std::string texts;
  for (const auto& [file, text] : pages) texts += "<!-- " + file + " -->\n" + text + "\n";
  return texts;
}

TEST(GatesPages, AreAnIndexAPageForEachFamilyAndTheHazards) {
  ExpectGolden("gates.md", AllTexts(GatesPages(TwoGates(), TwoHazards())));
}

TEST(GatesPages, DescribeAndListEachGateOnce) {
  const auto pages = GatesPages(AllGates(), AllHazards());
  std::string families;
  for (const auto& [file, text] : pages) {
    if (file != "gates.md" && file != "gates/hazards.md") families += text;
  }
  for (const Gate& gate : AllGates()) {
    const std::string heading = "\n## " + gate.name + "\n";
    const std::size_t at = families.find(heading);
    ASSERT_NE(at, std::string::npos) << gate.name;
    EXPECT_EQ(families.find(heading, at + 1), std::string::npos) << gate.name;
    EXPECT_NE(pages.at("gates.md").find("#" + gate.name + ")"), std::string::npos) << gate.name;
  }
}

TEST(GatesPages, HaveAtMost200Lines) {
  for (const auto& [file, text] : GatesPages(AllGates(), AllHazards())) {
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 200) << file << ": split its family";
  }
}

}  // namespace
}  // namespace gonogo
