// Help pages, and what gonogo answers to words that it doesn't know.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "core/text/text.h"
#include "gates/gate_table.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

// Returns the commands that a help page lists.
std::vector<std::string> CommandsIn(const std::string& help) {
  std::vector<std::string> commands;
  const std::size_t list = help.find("Subcommands:\n");
  if (list == std::string::npos) return commands;
  for (const std::string& line : Split(help.substr(list + 13), '\n')) {
    if (line.starts_with("  ") && line[2] != ' ') {
      commands.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    if (line.empty() && !commands.empty()) break;
  }
  return commands;
}

// Returns the examples of a help page, each in one line.
std::vector<std::string> ExamplesIn(const std::string& help) {
  std::vector<std::string> examples;
  const std::size_t list = help.find("Examples:\n");
  if (list == std::string::npos) return examples;
  for (const std::string& line : Split(help.substr(list + 10), '\n')) {
    if (line.empty()) break;
    const bool continues = !examples.empty() && examples.back().ends_with('\\');
    if (continues) examples.back().pop_back();
    if (continues) examples.back() += line;
    if (!continues) examples.push_back(line);
  }
  return examples;
}

// Asks for help with an example's own words, which fails if gonogo doesn't know one of them.
void RequireRunnable(const std::string& example) {
  const std::size_t name = example.find("gonogo ");
  ASSERT_NE(name, std::string::npos) << example;
  std::string command = example;
  command.replace(name, 6, "\"$gonogo\"");
  for (const char* use : {" > ", " | "}) {  // of its output
    command = command.substr(0, command.find(use));
  }
  command += " --help";
  EXPECT_EQ(Shell(command).status, 0) << example;
}

void RequireGoodHelp(const std::string& command) {
  const ProcessResult help = Shell("\"$gonogo\" help " + command);
  ASSERT_EQ(help.status, 0) << help.output;
  EXPECT_EQ(help.output, Shell("\"$gonogo\" " + command + " --help").output);
  for (const std::string& line : Split(help.output, '\n')) EXPECT_LE(line.size(), 80U) << line;
  const auto commands = CommandsIn(help.output);
  for (const std::string& name : commands) RequireGoodHelp(command + " " + name);
  if (!commands.empty()) return;
  const auto examples = ExamplesIn(help.output);
  EXPECT_GE(examples.size(), 2U) << help.output;
  for (const std::string& example : examples) RequireRunnable(example);
}

TEST(Help, OfEachCommandFitsAndHasExamplesThatGonogoKnows) { RequireGoodHelp(""); }

// "Find the rows with gonogo diff --relation": a reader types it as it stands.
TEST(Help, KnowsTheCommandsAndOptionsThatGatesAdvise) {
  static const std::regex command("gonogo ([a-z]+)");
  static const std::regex option("--[a-z]+");
  std::set<std::string> advised;
  for (const Gate& gate : AllGates()) {
    std::smatch words;
    if (!std::regex_search(gate.remedy, words, command)) continue;
    advised.insert(words[1]);
    const ProcessResult help = Shell("\"$gonogo\" " + words[1].str() + " --help");
    EXPECT_EQ(help.status, 0) << gate.name << ": " << gate.remedy;
    const auto end = std::sregex_iterator();
    for (auto at = std::sregex_iterator(gate.remedy.begin(), gate.remedy.end(), option); at != end;
         ++at) {
      EXPECT_NE(help.output.find("  " + at->str() + " "), std::string::npos)
          << gate.name << ": " << gate.remedy;
    }
  }
  EXPECT_TRUE(advised.contains("diff"));
}

TEST(Help, IsShownWithoutACommandButIsNotGo) {
  const ProcessResult run = Shell("\"$gonogo\" 2>&1");
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.output.find("Usage: gonogo"), std::string::npos) << run.output;
}

struct Wrong {
  std::string words;
  std::string answer;
};

class WrongCommandLine : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCommandLine, IsAnsweredInOneLine) {
  const ProcessResult run =
      Shell("unset GONOGO_PLAN SRC_DB_URL TGT_DB_URL; \"$gonogo\" " + GetParam().words + " 2>&1");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "gonogo: " + GetParam().answer + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongCommandLine,
    testing::Values(
        Wrong{"rnu gate", "command \"rnu\" is unknown; did you mean \"run\"?"},
        Wrong{"plan dicsover", "command \"dicsover\" is unknown; did you mean \"discover\"?"},
        Wrong{"help rum", "command \"rum\" is unknown; did you mean \"run\"?"},
        Wrong{"run --paln x", "option \"--paln\" is unknown; did you mean \"--plan\"?"},
        Wrong{"run --paln=secret", "option \"--paln\" is unknown; did you mean \"--plan\"?"},
        Wrong{"run gate",
              "run: --plan is required, or the variable GONOGO_PLAN; see gonogo run --help"},
        Wrong{"plan", "gonogo plan needs a command: lint, discover, drift, schema, pipeline"},
        Wrong{"diff postgresql://u:hidden-word@127.0.0.1:1/a",
              "diff: --target is required, or the variable TGT_DB_URL; see gonogo diff --help"},
        Wrong{"diff a b c",
              "diff: The following argument was not expected: c; see gonogo diff --help"}));

}  // namespace
}  // namespace gonogo::testing_support
