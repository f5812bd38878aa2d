// Tests what tools of Java would read from YAML.
#include "gates/migrations/history/tools/yaml_document.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace gonogo {
namespace {

std::string Read(const std::string& yaml) { return ToText(ParseYaml(yaml)); }

TEST(ParseYaml, ReadsNumbersAsVersion11) {
  EXPECT_EQ(Read("[1, 007, 010, '010', 1_000, 2.50, 3., 089, 1.2.3, -4, 0]"),
            R"(["1","7","8","010","1000","2.5","3.0","089","1.2.3","-4","0"])");
}

TEST(ParseYaml, ReplacesAliasesAndMergeKeys) {
  EXPECT_EQ(Read("a: &x {n: 1, m: y}\nb: {<<: *x, m: z}\nc: [*x]\nd: ~"),
            R"({"a":{"n":"1","m":"y"},"b":{"m":"z","n":"1"},"c":[{"n":"1","m":"y"}],"d":null})");
}

TEST(ParseYaml, KeepsBlocksAndUnicode) {
  EXPECT_EQ(Read("sql: |\n  -- changeset x\n  SELECT 'é';\n"),
            "{\"sql\":\"-- changeset x\\nSELECT 'é';\\n\"}");
}

TEST(ParseYaml, RefusesWhatItWouldOnlyHalfRead) {
  EXPECT_EQ(Read(""), "null");
  EXPECT_THROW(Read("a: 1\n---\nb: 2"), std::runtime_error);
  EXPECT_THROW(Read("a: [1"), std::runtime_error);
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + before + ", *a" +
            before + "]\n";
  }
  EXPECT_THROW(Read(bomb), std::runtime_error);
}

}  // namespace
}  // namespace gonogo
