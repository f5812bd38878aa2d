// A run that is killed, whenever that is, leaves no GO: what it saw until then can be read, and
// gonogo evidence verify says that it broke off.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>

#include "core/record/evidence_lines.h"
#include "tests/app/shard/shared_run.h"

namespace gonogo::testing_support {
namespace {
namespace fs = std::filesystem;
using std::chrono::milliseconds;

class KilledRuns : public SharedRun {
 protected:
  KilledRuns() { EXPECT_EQ(RunGonogo({"keygen", scratch_.Path("key")}).status, 0); }

  std::string Out() const { return scratch_.Path("out"); }

  // Runs all checks, signs what they saw, and kills the run after that time.
  ProcessResult RunAndKillAfter(milliseconds time) const {
    fs::remove_all(Out());
    const std::string seconds = std::to_string(time.count() / 1000) + "." +
                                std::to_string(1000 + time.count() % 1000).substr(1);
    return RunCommand(
        {.words = {"timeout", "--foreground", "--signal=KILL", seconds, GONOGO_PROGRAM, "run",
                   "gate", "--quiet", "--plan", scratch_.Path("plan.json"), "--out", Out(),
                   "--sign-key", scratch_.Path("key")},
         .environment = Urls()});
  }

  // Returns how long a run takes that nobody kills.
  milliseconds Undisturbed() const {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(RunAndKillAfter(std::chrono::minutes(1)).status, 0);
    EXPECT_EQ(Verified().status, 0);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
  }

  ProcessResult Verified() const {
    return RunGonogo(
        {"evidence", "verify", Out(), "--key", scratch_.Path("key.pub"), "--require", "go"});
  }

  // Returns the number of cases that it saw, or nothing if it wrote a verdict before.
  std::optional<std::size_t> CasesUntilKilled(milliseconds time) const {
    const ProcessResult run = RunAndKillAfter(time);
    if (run.status != 137 || fs::exists(Out() + "/verdict.json")) return std::nullopt;
    if (!fs::exists(Out())) return 0;
    const ProcessResult verified = Verified();
    const bool is_told = OutputHas(verified, "broke off") || OutputHas(verified, "nothing to");
    EXPECT_TRUE(is_told) << verified.output;
    EXPECT_FALSE(OutputHas(verified, "VERIFIED: ")) << verified.output;
    if (!fs::exists(Out() + "/evidence.jsonl")) return 0;
    const ReadableEvidence read =
        ReadWhatIsReadable(ReadFile(Out() + "/evidence.jsonl"), "evidence.jsonl");
    if (read.evidence.run.run.empty()) return 0;
    EXPECT_TRUE(read.unreadable.empty()) << read.unreadable.front();
    EXPECT_TRUE(OutputHas(verified, "one chain that ends with")) << verified.output;
    const ProcessResult shown = RunGonogo({"evidence", "show", Out()});
    EXPECT_EQ(shown.status, 3) << shown.output;
    EXPECT_TRUE(OutputHas(shown, "the run broke off before it wrote verdict.json")) << shown.output;
    // Required is GO, which it isn't: WRONG. Without that it isn't verified.
    EXPECT_EQ(verified.status, 1) << verified.output;
    const ProcessResult other = RunGonogo({"evidence", "verify", Out()});
    EXPECT_EQ(other.status, 3) << other.output;
    return read.evidence.cases.size();
  }

  // Kills runs at random times until so many were killed before their verdict. Returns in how many
  // of these some cases were seen, but not all.
  int KillRuns(int count) const {
    const auto took = Undisturbed();
    std::mt19937 random(22);
    std::uniform_int_distribution<std::int64_t> any(1, took.count());
    int killed = 0;
    int in_the_middle = 0;
    for (int i = 0; i < 4 * count && killed < count && !HasFailure(); ++i) {
      const auto cases = CasesUntilKilled(milliseconds(any(random)));
      if (!cases) continue;
      ++killed;
      if (*cases > 0) ++in_the_middle;
    }
    EXPECT_EQ(killed, count);
    return in_the_middle;
  }
};

TEST_F(KilledRuns, LeaveNoGo) {
  AddTables(60);
  KillRuns(4);
}

class SlowKilledRuns : public KilledRuns {};

TEST_F(SlowKilledRuns, LeaveNoGo) {
  AddTables(1'000);
  EXPECT_GE(KillRuns(30), 5);
}

}  // namespace
}  // namespace gonogo::testing_support
