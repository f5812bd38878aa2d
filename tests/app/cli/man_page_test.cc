// The manual page of a command has everything that its help page has, and none of it is a macro.
#include "app/cli/man_page.h"

#include <gtest/gtest.h>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

TEST(ManPage, HasEverythingOfTheCommand) {
  const CommandFacts command{
      .name = "gonogo plan lint",
      .description = "check a plan",
      .footer = "Examples:\n  gonogo plan lint --plan C:\\plan.json\n\nExit status: 0 GO, 1 NO-GO.",
      .options = {{.names = {"-p", "--plan"},
                   .value = "FILE",
                   .variable = "GONOGO_PLAN",
                   .description = ".json, a file"},
                  {.names = {"--how"}, .value = "HOW", .choices = {"a", "b"}, .description = "way"},
                  {.names = {"PHASE"},
                   .value = "PHASE",
                   .description = "the phases",
                   .positional = true,
                   .repeatable = true}}};
  EXPECT_EQ(ManPageName(command), "gonogo-plan-lint");
  EXPECT_EQ(ManPage(command, "gonogo 0.1.0"),
            R"(.TH GONOGO-PLAN-LINT 1 "" "gonogo 0.1.0" "User Commands"
.SH NAME
gonogo\-plan\-lint \- check a plan
.SH SYNOPSIS
\fBgonogo plan lint\fR [\fIOPTION\fR]... [\fIPHASE\fR]...
.SH ARGUMENTS
.TP
\fIPHASE\fR
the phases
.SH OPTIONS
.TP
\fB\-p\fR, \fB\-\-plan\fR \fIFILE\fR
\&.json, a file
(also: the variable \fBGONOGO_PLAN\fR)
.TP
\fB\-\-how\fR \fIHOW\fR
way
(one of a, b)
.SH EXAMPLES
.nf
gonogo plan lint \-\-plan C:\eplan.json
.fi
.SH EXIT STATUS
0 GO, 1 NO\-GO.
.SH SEE ALSO
\fBgonogo\-plan\fR(1)
)");
}

TEST(ManPage, IsWrittenForEachCommand) {
  const ProcessResult run = Shell(
      "folder=$(mktemp -d) && \"$gonogo\" docs man --out \"$folder\" && ls \"$folder\" && "
      "cat \"$folder/gonogo.1\"; rm -rf \"$folder\"");
  EXPECT_EQ(run.status, 0);
  for (const char* name : {"gonogo.1\n", "gonogo-run.1\n", "gonogo-plan-lint.1\n"}) {
    EXPECT_NE(run.output.find(name), std::string::npos) << name;
  }
  EXPECT_NE(run.output.find("\\fBgonogo\\-evidence\\fR(1)"), std::string::npos) << run.output;
}

TEST(CliJson, NamesTheOptionsOfEachCommand) {
  const ProcessResult run = Shell("\"$gonogo\" docs cli-json");
  ASSERT_EQ(run.status, 0);
  const Json json = Json::parse(run.output);
  EXPECT_EQ(json.at("command"), "gonogo");
  const Json& first = json.at("commands").at(0);
  EXPECT_EQ(first.at("command"), "gonogo run");
  EXPECT_EQ(first.at("options").at(0).at("names"), Json({"-h", "--help"}));
  // An option that no help page shows.
  EXPECT_EQ(run.output.find("--in-stage"), std::string::npos);
}

}  // namespace
}  // namespace gonogo::testing_support
