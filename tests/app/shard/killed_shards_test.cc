// A shard that is killed is never lost: the merge names it, and the command that it prints finishes
// the run.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <regex>

#include "tests/app/shard/shared_run.h"

namespace gonogo::testing_support {
namespace {

// The commands that run missing shards, as the merge prints them.
std::vector<std::string> PrintedCommands(const std::string& output) {
  static const std::regex command(R"(gonogo( shard run --shard \d+ --set \S+ --plan \S+))");
  std::vector<std::string> commands;
  for (std::sregex_iterator i(output.begin(), output.end(), command), end; i != end; ++i) {
    const std::string found = "$gonogo" + (*i)[1].str();
    if (std::find(commands.begin(), commands.end(), found) == commands.end()) {
      commands.push_back(found);
    }
  }
  return commands;
}

class KilledShards : public SharedRun {
 protected:
  // Starts all shards at once, kills one at a random moment, and demands GO only if it was through.
  // Returns whether it was killed before.
  bool KillOne(int shards, std::mt19937& random, int most_ms) {
    std::filesystem::remove_all(InSet(""));
    Plan(shards);
    const int killed = std::uniform_int_distribution(1, shards)(random);
    const int after = std::uniform_int_distribution(0, most_ms)(random);
    std::string script = Exported();
    for (int shard = 1; shard <= shards; ++shard) {
      script += "$gonogo shard run --quiet --jobs 1 --set " + InSet("") + " --shard " +
                std::to_string(shard) + " --plan " + scratch_.Path("plan.json") +
                " >/dev/null 2>&1 & ";
      if (shard == killed) script += "victim=$!; ";
    }
    script += "sleep " + std::to_string(after / 1000) + "." +
              std::to_string(1000 + after % 1000).substr(1) + "; kill -9 $victim; wait";
    Shell(script);
    const bool is_through =
        std::filesystem::exists(InSet("shard-" + std::to_string(killed) + ".attempt-1/_DONE.json"));
    const ProcessResult merged = Merged();
    EXPECT_EQ(merged.status, is_through ? 0 : 3) << merged.output;
    if (is_through) return false;
    const auto commands = PrintedCommands(merged.output);
    EXPECT_EQ(commands.size(), 1) << merged.output;
    EXPECT_TRUE(OutputHas(merged, "shard " + std::to_string(killed) + " of ")) << merged.output;
    for (const std::string& command : commands) {
      const ProcessResult again = Shell(Exported() + command);
      EXPECT_EQ(again.status, 0) << again.output;
    }
    const ProcessResult whole = Merged();
    EXPECT_EQ(whole.status, 0) << whole.output;
    return true;
  }
};

TEST_F(KilledShards, AreNamedAndRunAgain) {
  std::mt19937 random(20261127);
  EXPECT_TRUE(KillOne(3, random, 50));
}

// 2,000 cases, 8 workers, 30 times.
class SlowKilledShards : public KilledShards {};

TEST_F(SlowKilledShards, AreNamedAndRunAgain) {
  AddTables(1'000);
  std::mt19937 random(20261127);
  int killed = 0;  // before they were through
  for (int i = 0; i < 120 && killed < 30 && !HasFailure(); ++i) {
    killed += KillOne(8, random, 2'500) ? 1 : 0;
  }
  EXPECT_EQ(killed, 30);
}

}  // namespace
}  // namespace gonogo::testing_support
