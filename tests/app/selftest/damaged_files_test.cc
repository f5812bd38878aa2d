// Files that damage is planted in.
#include "app/selftest/damaged_files.h"

#include <gtest/gtest.h>

#include "fixtures/system/text_file.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

Damage ByCommands(const std::string& commands) {
  return {.kind = "damage", .plant = commands, .medium = Medium::kFiles};
}

class DamagedFilesTest : public ::testing::Test {
 protected:
  DamagedFilesTest() : files_(scratch_.Path("files")) {
    files_.Write("launch.env", "A=1\n");
    files_.Write("migrations/1.sql", "SELECT 1;\n");
  }

  // Returns "" if the damage is planted.
  std::string WhyNotPlanted(const std::string& commands) {
    const auto refusal = files_.Plant(ByCommands(commands));
    return refusal ? refusal->why : "";
  }

  Scratch scratch_;
  DamagedFiles files_;
};

TEST_F(DamagedFilesTest, AreRestored) {
  EXPECT_EQ(WhyNotPlanted("rm -r migrations && echo B=2 >>launch.env && echo >more"), "");
  EXPECT_EQ(ReadTextFile(files_.folder() / "launch.env"), "A=1\nB=2\n");
  files_.Undo();
  EXPECT_EQ(ReadTextFile(files_.folder() / "launch.env"), "A=1\n");
  EXPECT_EQ(ReadTextFile(files_.folder() / "migrations/1.sql"), "SELECT 1;\n");
  EXPECT_FALSE(std::filesystem::exists(files_.folder() / "more"));
}

// What removes the folder of a pair has the rights of its servers, which aren't always the user's.
TEST_F(DamagedFilesTest, CanBeRemovedByTheUserOfThePair) {
  files_.Undo();
  for (const std::string name : {"", "migrations"}) {
    const auto status = std::filesystem::status(files_.folder() / name);
    EXPECT_EQ(status.permissions(), std::filesystem::perms::all) << name;
  }
}

TEST_F(DamagedFilesTest, TellWhatChangedNothing) {
  EXPECT_EQ(WhyNotPlanted("sed -i s/C/D/ launch.env"), "the files are as before");
}

TEST_F(DamagedFilesTest, TellWhatFailed) {
  EXPECT_EQ(WhyNotPlanted("echo no such file; exit 3"), "no such file");
}

}  // namespace
}  // namespace gonogo::testing_support
