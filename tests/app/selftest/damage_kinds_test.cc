// No statement of sql/selftest/ is forgotten.
#include "app/selftest/damage_kinds.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

TEST(DamageKinds, AreOfAllStatements) {
  const fs::directory_iterator files(InProject("sql/selftest"));
  EXPECT_EQ(DamageStatements(), static_cast<std::size_t>(std::distance(begin(files), end(files))));
}

}  // namespace
}  // namespace gonogo::testing_support
