// Reading the commands of a stage, and the errors of commands with no action or two.
#include "core/plan/stage_command.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::vector<StageCommand> Commands(const Json& commands) {
  return StageCommandsOf(Arguments(Json{{"commands", commands}}));
}

std::string ErrorOf(const Json& command) {
  try {
    Commands(Json::array({command}));
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

TEST(StageCommands, HaveTheKindOfTheirAction) {
  const auto commands = Commands({{{"name", "run"}, {"words", {"true", "1"}}, {"folder", "/"}},
                                  {{"name", "flip"}, {"flags", {{"A", "b"}}}},
                                  {{"name", "close"}, {"source_writes", "off"}},
                                  {{"name", "go on"}, {"sequences", "target"}},
                                  {{"name", "look"}, {"checks", {"fence", "row_count"}}}});
  std::vector<CommandKind> kinds;
  for (const StageCommand& command : commands) kinds.push_back(command.kind);
  EXPECT_EQ(kinds,
            (std::vector{CommandKind::kProgram, CommandKind::kFlags, CommandKind::kSourceWrites,
                         CommandKind::kSequences, CommandKind::kChecks}));
  EXPECT_EQ(ChecksInCommands(commands), (std::vector<std::string>{"fence", "row_count"}));
}

TEST(StageCommands, MustHaveOneActionEach) {
  const std::string wanted =
      " must have one of words, flags, source_writes, sequences, wait_s, checks";
  EXPECT_EQ(ErrorOf({{"name", "idle"}}), "command \"idle\"" + wanted);
  EXPECT_EQ(ErrorOf({{"name", "two"}, {"sequences", "target"}, {"source_writes", "off"}}),
            "command \"two\"" + wanted);
}

TEST(StageCommands, MustHaveTheKeysOfTheirAction) {
  EXPECT_EQ(ErrorOf({{"name", "run"}, {"words", {"true", "1"}}}),
            "command \"run\" needs a \"folder\" in which to run its words");
  EXPECT_EQ(ErrorOf({{"name", "look"}, {"checks", Json::array()}}),
            "command \"look\": \"checks\" is empty");
}

TEST(StageCommands, MustNotHaveKeysOfAnotherAction) {
  EXPECT_EQ(ErrorOf({{"name", "go on"}, {"sequences", "target"}, {"for_hours", 24}}),
            "command \"go on\" has \"for_hours\", which doesn't go with \"sequences\"");
  EXPECT_EQ(ErrorOf({{"name", "flip"}, {"flags", Json::object()}}),
            "command \"flip\": \"flags\" is empty");
}

const Json kBack = {{"name", "back"}, {"flags", {{"A", "a"}}}};
const Json kFlip = {{"name", "flip"}, {"flags", {{"A", "b"}}}};

std::string UndoErrorOf(const Json& stage) {
  try {
    UndoOf(Arguments(stage));
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

TEST(Undo, HasCommandsATimeAndAnEnd) {
  const Undo undo = UndoOf(Arguments(
      Json{{"commands", {kFlip}}, {"undo", {kBack}}, {"undo_after_s", 60}, {"no_return", "flip"}}));
  ASSERT_EQ(undo.commands.size(), 1);
  EXPECT_EQ(undo.commands[0].name, "back");
  EXPECT_EQ(undo.after_s, 60);
  EXPECT_EQ(undo.no_return, "flip");
  EXPECT_TRUE(UndoOf(Arguments(Json{{"commands", {kFlip}}})).commands.empty());
}

TEST(Undo, TakesCommandsBack) {
  EXPECT_EQ(UndoErrorOf({{"commands", {kFlip}}, {"undo_after_s", 60}}),
            "\"undo_after_s\" and \"no_return\" need \"undo\": what takes the commands back");
  EXPECT_EQ(UndoErrorOf({{"commands", Json::array()}, {"undo", {kBack}}}),
            "\"undo\" needs \"commands\", which it takes back");
  EXPECT_EQ(UndoErrorOf({{"commands", {kFlip}}, {"undo", {kBack}}, {"no_return", "flop"}}),
            "\"no_return\" names no command of the stage: \"flop\"; did you mean \"flip\"?");
  EXPECT_EQ(UndoErrorOf({{"commands", {kFlip}}, {"undo", {kFlip}}}),
            "two commands have the name \"flip\"");
  const Json look = {{"name", "look"}, {"checks", {"rows"}}};
  EXPECT_EQ(UndoErrorOf({{"commands", {kFlip}}, {"undo", {look}}}),
            "command \"look\" of \"undo\" takes nothing back");
}

TEST(StageCommands, MustHaveDifferentNames) {
  const Json close = {{"name", "close"}, {"source_writes", "off"}};
  EXPECT_THROW(Commands({close, close}), PlanError);
}

}  // namespace
}  // namespace gonogo
