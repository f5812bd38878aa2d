// What can't be written is no result: every command then exits with 3 and says why.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

// Runs gonogo by a shell, with what stands before and after its arguments.
ProcessResult Shell(const std::string& before, const Words& arguments, const std::string& after) {
  Words words = {"bash", "-c", before + " \"$0\" \"$@\" " + after, GONOGO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return RunCommand({.words = words, .environment = RehearsalVariables()});
}

void ExpectUnwritten(const ProcessResult& run, const std::string& reason) {
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, reason)) << run.output;
}

Words OnCredity(Words words) {
  words.insert(words.end(), {"--plan", InProject("plans/credity/plan.json")});
  return words;
}

// An undamaged target.
std::string TargetUrl() {
  static const DamagedTarget target("");
  return target.Url();
}

Words Running(const Scratch& scratch) {
  return OnCredity({"run", "--check", "row_count", "--source", CredityUrl(), "--target",
                    TargetUrl(), "--out", scratch.Path("out")});
}

TEST(Unwritable, StandardOutputIsSeenByEveryCommandThatPrintsAResult) {
  const Scratch scratch;
  scratch.File("empty.jsonl", "");
  const std::vector<Words> commands = {
      OnCredity({"list"}),
      OnCredity({"list", "--json"}),
      OnCredity({"list", "--ctest"}),
      OnCredity({"plan", "lint"}),
      OnCredity({"sign", "--list", "--out", scratch.Path("migration")}),
      OnCredity({"waive", "--list", "--out", scratch.Path("migration")}),
      {"plan", "discover", "--source", CredityUrl()},
      {"diff", "--source", CredityUrl(), "--target", TargetUrl(), "--relation", "wallet.users"},
      {"gates"},
      {"gates", "--json"},
      {"stages"},
      {"pair", "status", "--name", "nobody"},
      {"--help"},
      {"--version"},
  };
  for (const Words& command : commands) {
    ExpectUnwritten(Shell("", command, "> /dev/full"),
                    "gonogo: can't write standard output: No space left on device");
    ExpectUnwritten(Shell("", command, ">&-"),
                    "gonogo: can't write standard output: Bad file descriptor");
  }
}

TEST(Unwritable, StandardOutputOfARunLeavesItsEvidence) {
  for (const char* json : {"--json", "--quiet"}) {
    const Scratch scratch;
    Words words = Running(scratch);
    words.emplace_back(json);
    ExpectUnwritten(Shell("", words, "> /dev/full"), "No space left on device");
    EXPECT_NE(ReadFile(scratch.Path("out/verdict.json")), "");
    EXPECT_NE(ReadFile(scratch.Path("out/junit/gtest.xml")), "");
  }
}

TEST(Unwritable, AClosedStandardOutputIsNotTakenForAFile) {
  const Scratch scratch;
  ExpectUnwritten(Shell("", Running(scratch), ">&- 2>&-"), "");
  EXPECT_EQ(ReadFile(scratch.Path("out/evidence.jsonl")).front(), '{');
}

TEST(Unwritable, EvidenceEndsTheRun) {
  const Scratch scratch;
  scratch.File("out", "a file");
  ExpectUnwritten(Shell("", Running(scratch), ""), "can't write " + scratch.Path("out"));
  const Scratch full;
  ExpectUnwritten(Shell("ulimit -f 1;", Running(full), ""), "File too large");
  EXPECT_FALSE(std::filesystem::exists(full.Path("out/verdict.json")));
}

// GoogleTest would abort the process.
TEST(Unwritable, AReportWhoseFolderIsGoneEndsTheRun) {
  const Scratch scratch;
  Words words = Running(scratch);
  // The folder becomes a file while the run lasts. The loop ends also if the run writes nothing.
  const ProcessResult run =
      Shell("(for ((i = 0; i < 3000; ++i)); do [ ! -s " + scratch.Path("out/evidence.jsonl") +
                " ] || break; sleep 0.01; done; echo x > " + scratch.Path("out/junit") + ") & ",
            words, "; status=$?; wait; exit $status");
  ExpectUnwritten(run, "out/junit");
}

TEST(Unwritable, APatchOrABaselineIsAnError) {
  const DamagedTarget target("DELETE FROM wallet.activities");
  const ProcessResult run = RunGonogo({"diff", "--source", CredityUrl(), "--target", target.Url(),
                                       "--relation", "wallet.activities", "--patch", "/dev/full"});
  ExpectUnwritten(run, "can't write /dev/full: No space left on device");
}

}  // namespace
}  // namespace gonogo::testing_support
