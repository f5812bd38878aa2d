// gonogo go and check-token, as a pipeline and a deploy script call them.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "tests/support/migrations/signed_migration.h"

namespace gonogo::testing_support {
namespace {

class GoCommand : public testing::Test {
 protected:
  GoCommand() : migration_("go_command") {
    EXPECT_EQ(migration_.SignBoth().status, 0);
    EXPECT_EQ(RunGonogo({"keygen", Path("key")}).status, 0);
  }

  std::string Path(const std::string& name) const { return migration_.scratch().Path(name); }
  int Gate(const Words& more = {}) {
    Words words = {"--sign-key", Path("key")};
    words.insert(words.end(), more.begin(), more.end());
    return migration_.Run(words).status;
  }
  // Keeps the two streams apart: the token is all that there is on standard output.
  ProcessResult Go(const std::string& more = "") const {
    return RunCommand({.words = {"bash", "-c",
                                 "\"$gonogo\" go --evidence \"$evidence\" --sign-key \"$key\" " +
                                     more + " 2>\"$errors\""},
                       .environment = {{"gonogo", GONOGO_PROGRAM},
                                       {"evidence", migration_.evidence()},
                                       {"key", Path("key")},
                                       {"errors", Path("errors")}}});
  }
  std::string Token() const {
    const ProcessResult run = Go("--valid 1d");
    EXPECT_EQ(run.status, 0) << ReadFile(Path("errors"));
    return run.output.substr(0, run.output.find('\n'));
  }
  ProcessResult Check(const std::string& token, const Words& more) const {
    Words words = {"check-token", token, "--key", Path("key.pub")};
    words.insert(words.end(), more.begin(), more.end());
    return migration_.RunProgram(words);
  }
  static void Expect(const ProcessResult& run, int status, const std::string& words) {
    EXPECT_EQ(run.status, status) << run.output;
    EXPECT_TRUE(OutputHas(run, words)) << words << "\n" << run.output;
  }

  SignedMigration migration_;
};

TEST_F(GoCommand, TellsADeployOfAGo) {
  ASSERT_EQ(Gate(), 0);
  const std::string token = Token();
  EXPECT_EQ(token.find_first_of(" \n"), std::string::npos);
  EXPECT_NE(ReadFile(Path("errors")).find("GO of rehearsal "), std::string::npos);

  Expect(Check(token, {"--rehearsal", "--evidence", migration_.evidence()}), 0,
         "of this evidence\n");
  Expect(Check(token, {"--rehearsal"}), 0, "\nGO\n");
  Expect(Check(token, {}), 1, "WRONG        it is of a rehearsal");
  Expect(Check(token, {"--rehearsal", "--target", migration_.databases().SourceUrl()}), 1,
         "WRONG        it is for ");
  Expect(Check(token, {"--rehearsal", "--target", "postgresql://nobody@127.0.0.1:1/none"}), 3,
         "target");
  Expect(Check(token, {"--evidence", Path("nowhere")}), 2, "nowhere");
  const ProcessResult no_target = Shell("unset GONOGO_PLAN; exec \"$gonogo\" check-token x");
  Expect(no_target, 2, "name the target of the deploy");

  migration_.ChangePlan({{"name", "another"}});
  Expect(Check(token, {"--rehearsal"}), 1, "it was edited, or it is another");
}

TEST_F(GoCommand, GivesNoTokenForLess) {
  ASSERT_EQ(Gate(), 0);
  Expect(Go("--require production"), 1, "");
  EXPECT_NE(ReadFile(Path("errors")).find("required: production, but it is a rehearsal"),
            std::string::npos);
  Expect(Go("--require phase=verify"), 1, "");
  EXPECT_NE(ReadFile(Path("errors")).find("required: phase verify, but it is of gate"),
            std::string::npos);
  Expect(Go("--valid 1"), 2, "");
  Expect(Go("--require signers\\>=2"), 3, "");

  // A GO of some of the checks.
  ASSERT_EQ(Gate({"--check", "row_count"}), 0);
  Expect(Go(), 1, "");
  EXPECT_NE(ReadFile(Path("errors")).find("required: GO, but it is GO for "), std::string::npos)
      << ReadFile(Path("errors"));

  migration_.databases().OnTarget("DELETE FROM t WHERE id = 9");
  ASSERT_EQ(Gate(), 1);
  const ProcessResult refused = Go();
  EXPECT_EQ(refused.status, 1);
  EXPECT_EQ(refused.output, "");
  EXPECT_NE(ReadFile(Path("errors")).find("no token: the evidence is WRONG\n"), std::string::npos);
}

// A token is of one run.
TEST_F(GoCommand, NeedsTheFolderOfARun) {
  migration_.scratch().File("ledger.jsonl", "");
  Expect(RunGonogo({"go", "--evidence", Path(""), "--sign-key", Path("key")}), 2,
         "is the folder of a migration: give that of a run, ");
}

}  // namespace
}  // namespace gonogo::testing_support
