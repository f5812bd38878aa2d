// gonogo gates new, and gonogo gates test without gates of one's own. ci/check-example builds a
// program with such gates and runs their cases.
#include <gtest/gtest.h>

#include <filesystem>

#include "gates/cases/gate_case.h"
#include "reporters/pages/gate_files.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

TEST(NewGate, IsWrittenWithItsSqlAndCases) {
  const Scratch scratch;
  const std::string folder = scratch.Path("own");
  const Words words = {"gates", "new", "my_gate", "--folder", folder};
  const ProcessResult written = RunGonogo(words);
  ASSERT_EQ(written.status, 0) << written.output;
  EXPECT_TRUE(OutputHas(written, "\n  gonogo_add_gates(gates/my_gate.cc sql/my_gate.sql)\n"));
  for (const auto& [name, text] : GateFiles("my_gate")) {
    EXPECT_EQ(ReadFile(folder + "/" + name), text) << name;
  }
  Words kinds;
  for (const fs::path& one : CaseFoldersOfGates(folder + "/cases")) {
    kinds.push_back(ReadGateCase(one, "").kind);
  }
  EXPECT_EQ(kinds, (Words{"must-pass", "must-fail"}));
  const ProcessResult again = RunGonogo(words);
  EXPECT_EQ(again.status, 2);
  EXPECT_TRUE(OutputHas(again, "exists; gonogo gates new overwrites nothing")) << again.output;
}

TEST(NewGate, NamesItsNamespaceAndItsConstant) {
  const std::string code = GateFiles("my_own_gate").at("gates/my_own_gate.cc");
  for (const char* const part :
       {"\n#include \"sql/own.h\"\n", "\nnamespace gonogo::my_own_gate {\n", "sql::kMyOwnGate,"}) {
    EXPECT_NE(code.find(part), std::string::npos) << code;
  }
}

TEST(NewGate, IsOnlyShownByADryRun) {
  const Scratch scratch;
  const std::string folder = scratch.Path("own");
  const ProcessResult shown =
      RunGonogo({"gates", "new", "my_gate", "--folder", folder, "--dry-run"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_TRUE(OutputHas(shown, "==> " + folder + "/gates/my_gate.cc <==\n")) << shown.output;
  EXPECT_FALSE(fs::exists(folder));
}

TEST(NewGate, CannotHaveTheNameOfAnother) {
  const ProcessResult taken = RunGonogo({"gates", "new", "row_count", "--dry-run"});
  EXPECT_EQ(taken.status, 2);
  EXPECT_TRUE(OutputHas(taken, "there is a gate row_count already")) << taken.output;
  EXPECT_EQ(RunGonogo({"gates", "new", "../x", "--dry-run"}).status, 2);
}

TEST(TestOfGates, NeedsAProgramWithGatesOfItsOwn) {
  const ProcessResult run = RunGonogo({"gates", "test"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "this gonogo has no gates of its own")) << run.output;
}

TEST(Gates, TakeANameBesideTheirCommands) {
  EXPECT_EQ(RunGonogo({"gates", "tls"}).status, 0);
  const ProcessResult wrong = RunGonogo({"gates", "row_cuont"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_TRUE(OutputHas(wrong, "did you mean \"row_count\"?")) << wrong.output;
}

}  // namespace
}  // namespace gonogo::testing_support
