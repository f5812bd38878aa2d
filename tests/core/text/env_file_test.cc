// Which lines of env files are valid and what they mean. No error message contains a value.
#include "core/text/env_file.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string EnvFileError(const std::string& text) {
  try {
    ParseEnvFile(text, "launch.env");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

// Returns the value of KEY in a file with only this line.
std::string ValueOf(const std::string& line) {
  const Environment environment = ParseEnvFile(line, "launch.env");
  EXPECT_EQ(environment.size(), 1) << line;
  return environment.contains("KEY") ? environment.at("KEY") : "(not set)";
}

TEST(EnvFile, HasAKeyAndAValuePerLine) {
  const Environment expected = {{"A", "1"}, {"_b2", "x=y"}, {"C", ""}};
  EXPECT_EQ(ParseEnvFile("A=1\n_b2=x=y\n\n  C=\n", "launch.env"), expected);
}

TEST(EnvFile, NeedsNoNewlineAtItsEnd) { EXPECT_EQ(ValueOf("KEY=1"), "1"); }

TEST(EnvFile, MayBeEmpty) { EXPECT_TRUE(ParseEnvFile("\n \t\n# all\n", "launch.env").empty()); }

TEST(EnvFile, AllowsExport) {
  EXPECT_EQ(ValueOf("export KEY=1"), "1");
  EXPECT_EQ(ValueOf("export \t KEY=1"), "1");
  EXPECT_EQ(ParseEnvFile("exporter=1", "").at("exporter"), "1");
}

TEST(EnvFile, IgnoresComments) {
  EXPECT_EQ(ValueOf("# KEY=0\n  # KEY=0\nKEY=1"), "1");
  EXPECT_EQ(ValueOf("KEY=1 # one"), "1");
  EXPECT_EQ(ValueOf("KEY=1\t# one"), "1");
  EXPECT_EQ(ValueOf("KEY='1' # one"), "1");
  EXPECT_EQ(ValueOf("KEY=\"1\"# one"), "1");
  EXPECT_EQ(ValueOf("KEY=# one"), "");
  EXPECT_EQ(ValueOf("KEY= # one"), "");
}

TEST(EnvFile, KeepsAHashInsideAValue) {
  EXPECT_EQ(ValueOf("KEY=a#b"), "a#b");
  EXPECT_EQ(ValueOf("KEY='a # b'"), "a # b");
  EXPECT_EQ(ValueOf("KEY=\"a # b\""), "a # b");
}

TEST(EnvFile, TakesSingleQuotedTextLiterally) {
  EXPECT_EQ(ValueOf(R"(KEY='a\n"b" $HOME')"), R"(a\n"b" $HOME)");
  EXPECT_EQ(ValueOf("KEY=''"), "");
}

TEST(EnvFile, KnowsFiveEscapesInDoubleQuotes) {
  EXPECT_EQ(ValueOf(R"(KEY="a\nb\tc\"d\\e\$f")"), "a\nb\tc\"d\\e$f");
  EXPECT_EQ(ValueOf(R"(KEY="\d+\r")"), R"(\d+\r)");
  EXPECT_EQ(ValueOf("KEY=\"\""), "");
}

TEST(EnvFile, TakesABackslashOutsideQuotesLiterally) {
  EXPECT_EQ(ValueOf(R"(KEY=a\nb)"), R"(a\nb)");
}

TEST(EnvFile, ExpandsNothing) {
  EXPECT_EQ(ValueOf("KEY=$HOME/${HOME}"), "$HOME/${HOME}");
  EXPECT_EQ(ValueOf("KEY=\"$HOME `id` $(id)\""), "$HOME `id` $(id)");
  EXPECT_EQ(ValueOf("KEY=`id`"), "`id`");
}

TEST(EnvFile, ReadsLinesThatEndInCrlf) {
  const Environment expected = {{"A", "1"}, {"B", "x y"}, {"C", ""}};
  EXPECT_EQ(ParseEnvFile("A=1\r\n\r\nB=\"x y\"\r\nC=\r\n", "launch.env"), expected);
}

// Otherwise the quotes would become part of the password.
TEST(EnvFile, NeverMakesQuotesPartOfTheValue) {
  const std::string line = "KEY= \"value\"";
  const bool accepted = EnvFileError(line) == "accepted";
  EXPECT_EQ(accepted ? ValueOf(line) : "value", "value");
}

TEST(EnvFile, RejectsADuplicateKey) {
  EXPECT_EQ(EnvFileError("A=1\nB=2\nA=s3cret\n"), "launch.env:3: A is given twice");
}

TEST(EnvFile, RejectsALineWithoutEqualsSign) {
  EXPECT_EQ(EnvFileError("A=1\n\ns3cret\n"), "launch.env:3: no '='; write KEY=value");
}

TEST(EnvFile, RejectsAnInvalidName) {
  for (const char* line : {"1A=s3cret", "A B=s3cret", "A =s3cret", "=s3cret", "A-B=s3cret",
                           "s3cret@h/d?x=1", "export =s3cret"}) {
    EXPECT_EQ(EnvFileError(line), "launch.env:1: the text before '=' isn't a variable name")
        << line;
  }
}

TEST(EnvFile, RejectsABlankOutsideQuotes) {
  EXPECT_EQ(EnvFileError("A=s3cret word"), "launch.env:1: a value with blanks needs quotes");
}

TEST(EnvFile, RejectsAnUnclosedQuote) {
  EXPECT_EQ(EnvFileError("A='s3cret"), "launch.env:1: the single quote isn't closed");
  EXPECT_EQ(EnvFileError("A=\"s3cret\nB=\""), "launch.env:1: the double quote isn't closed");
  EXPECT_EQ(EnvFileError("A=\"s3cret\\\""), "launch.env:1: the double quote isn't closed");
  EXPECT_EQ(EnvFileError("A=\"s3cret\\"), "launch.env:1: the double quote isn't closed");
}

TEST(EnvFile, RejectsTextAfterAClosingQuote) {
  EXPECT_EQ(EnvFileError("A='s3'cret"), "launch.env:1: text after the closing quote");
  EXPECT_EQ(EnvFileError("A=\"s3\" cret"), "launch.env:1: text after the closing quote");
}

}  // namespace
}  // namespace gonogo
