// Tests which files of a folder a review of migrations reads.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/error.h"
#include "gates/migrations/review/files.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

TEST(MigrationFolder, HasRegularFilesOnly) {
  const Scratch scratch;
  scratch.File("0001.sql", "SELECT 1");
  EXPECT_EQ(ReadMigrations(scratch.Path("")).files.size(), 1U);
  ASSERT_EQ(mkfifo(scratch.Path("0002.sql").c_str(), 0600), 0);
  EXPECT_THROW(ReadMigrations(scratch.Path("")), PlanError);
}

}  // namespace
}  // namespace gonogo::testing_support
