// What Tab offers: commands, options, choices, and the names that the plan declares.
#include "app/cli/completion.h"

#include <gtest/gtest.h>

#include "core/text/text.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

using Words = std::vector<std::string>;

// gonogo run [--plan FILE] [--check CHECK] [--progress auto|none] [--json] [PHASE...]
// gonogo evidence show DIR
CommandFacts SmallProgram() {
  const OptionFacts plan{.names = {"--plan"}, .value = "FILE", .description = "the plan"};
  const OptionFacts check{.names = {"--check"}, .value = "CHECK"};
  const OptionFacts progress{.names = {"--progress"}, .value = "HOW", .choices = {"auto", "none"}};
  const OptionFacts json{.names = {"-j", "--json"}, .description = "print JSON"};
  const OptionFacts phases{
      .names = {"PHASE"}, .value = "PHASE", .positional = true, .repeatable = true};
  const OptionFacts folder{.names = {"DIR"}, .value = "DIR", .positional = true};
  return {.name = "gonogo",
          .commands = {{.name = "gonogo run",
                        .description = "run checks",
                        .options = {plan, check, progress, json, phases}},
                       {.name = "gonogo evidence",
                        .description = "work with evidence",
                        .commands = {{.name = "gonogo evidence show", .options = {folder}}}}}};
}

std::vector<Candidate> SmallNames(const std::string& value, const Words&) {
  if (value == "PHASE") return {{"gate", ""}, {"verify", ""}};
  if (value == "CHECK") return {{"rows", "gate row_count"}};
  return {};
}

std::string Offered(const Words& words) {
  return LinesOf(CompletionOf(SmallProgram(), words, SmallNames));
}

TEST(Completion, OffersCommandsWithWhatTheyDo) {
  EXPECT_EQ(Offered({}), "run\trun checks\nevidence\twork with evidence\n");
  EXPECT_EQ(Offered({"r"}), "run\trun checks\n");
  EXPECT_EQ(Offered({"evidence", ""}), "show\n");
  EXPECT_EQ(Offered({"x"}), "");
}

TEST(Completion, OffersOptionsOfTheCommand) {
  EXPECT_EQ(Offered({"run", "--p"}), "--plan\tthe plan\n--progress\n");
  EXPECT_EQ(Offered({"run", "gate", "--j"}), "--json\tprint JSON\n");
  EXPECT_EQ(Offered({"evidence", "show", "--p"}), "");
}

TEST(Completion, OffersWhatAnOptionTakes) {
  EXPECT_EQ(Offered({"run", "--plan", ""}), ":files\n");
  EXPECT_EQ(Offered({"run", "--progress", ""}), "auto\nnone\n");
  EXPECT_EQ(Offered({"run", "--check", "r"}), "rows\tgate row_count\n");
  EXPECT_EQ(Offered({"run", "--check", "-"}), "");
  EXPECT_EQ(Offered({"evidence", "show", ""}), ":folders\n");
}

// bash splits words at "=", other shells don't.
TEST(Completion, OffersTheSameAfterAnEqualsSign) {
  EXPECT_EQ(Offered({"run", "--plan=a.json", "v"}), "verify\n");
  EXPECT_EQ(Offered({"run", "--progress", "="}), "auto\nnone\n");
  EXPECT_EQ(Offered({"run", "--progress", "=", "n"}), "none\n");
}

TEST(Completion, OffersARepeatablePositionalAgain) {
  EXPECT_EQ(Offered({"run", ""}), "gate\nverify\n");
  EXPECT_EQ(Offered({"run", "--json", "gate", "v"}), "verify\n");
  EXPECT_EQ(Offered({"evidence", "show", "folder", ""}), "");
}

// Asks bash itself, as Tab does: the words, and the number of the one to complete.
std::string OfferedByBash(const std::string& words, int at) {
  return Shell("cd '" GONOGO_SOURCE_DIR "/plans/credity' && PATH=\"${gonogo%/*}:$PATH\" bash -c '" +
               std::string("source <(gonogo docs completion bash) && COMP_WORDS=(gonogo ") + words +
               ") && COMP_CWORD=" + std::to_string(at) +
               " && _gonogo 2>/dev/null; printf \"%s \" \"${COMPREPLY[@]}\"'")
      .output;
}

TEST(Completion, WorksInBash) {
  EXPECT_EQ(OfferedByBash("evi", 1), "evidence ");
  EXPECT_EQ(OfferedByBash("run --str", 2), "--strict ");
  EXPECT_EQ(OfferedByBash("run dual", 2), "dual-write ");
  EXPECT_EQ(OfferedByBash("gates row_c", 2), "row_checksum row_count ");
  EXPECT_EQ(OfferedByBash("stage --until cut", 3), "cutover ");
  EXPECT_EQ(OfferedByBash("docs completion z", 3), "zsh ");
  EXPECT_EQ(OfferedByBash("run --plan plan.json --check fence", 5), "fence ");
  EXPECT_EQ(OfferedByBash("run --plan nowhere.json --check fence", 5), " ");
}

}  // namespace
}  // namespace gonogo::testing_support
