// Whole migrations as a user would do them, from `gonogo init` to a GO, without an edit of the
// plan; then a damage, which gonogo must name. Each script in tests/field/ is one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Scripts() {
  std::vector<std::string> scripts;
  for (const auto& entry : fs::directory_iterator(InProject("tests/field"))) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".sh" && name != "common") scripts.push_back(name);
  }
  std::ranges::sort(scripts);
  return scripts;
}

class Field : public testing::TestWithParam<std::string> {};

TEST_P(Field, EndsWithGoAndFindsTheDamage) {
  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, {});
  const BothDatabases databases("field", pair);
  const Scratch scratch;
  const ProcessResult run =
      RunCommand({.words = {"bash", InProject("tests/field/" + GetParam() + ".sh")},
                  .environment = {{"gonogo", GONOGO_PROGRAM},
                                  {"project", GONOGO_SOURCE_DIR},
                                  {"scratch", scratch.Path("")},
                                  {"source", databases.SourceUrl()},
                                  {"target", databases.TargetUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
}

INSTANTIATE_TEST_SUITE_P(Slow, Field, testing::ValuesIn(Scripts()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace gonogo::testing_support
