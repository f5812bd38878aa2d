// What a stage is told to do, and the complaints where it is told nothing, or two things.
#include "core/plan/stage_command.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::vector<StageCommand> Commands(const Json& commands) {
  return StageCommandsOf(Arguments(Json{{"commands", commands}}));
}

std::string Complaint(const Json& command) {
  try {
    Commands(Json::array({command}));
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

TEST(StageCommands, AreToldApartByWhatOnlyTheyHave) {
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

TEST(StageCommands, MustSayOneThingEach) {
  const std::string wanted =
      " must have one of words, flags, source_writes, sequences, wait_s, checks";
  EXPECT_EQ(Complaint({{"name", "idle"}}), "command \"idle\"" + wanted);
  EXPECT_EQ(Complaint({{"name", "two"}, {"sequences", "target"}, {"source_writes", "off"}}),
            "command \"two\"" + wanted);
}

TEST(StageCommands, MustHaveWhatBelongsToThem) {
  EXPECT_EQ(Complaint({{"name", "run"}, {"words", {"true", "1"}}}),
            "command \"run\" has words, and so needs a \"folder\" to run them in");
  EXPECT_EQ(Complaint({{"name", "look"}, {"checks", Json::array()}}),
            "command \"look\" has empty checks");
}

TEST(StageCommands, TakeNothingThatBelongsToOthers) {
  EXPECT_EQ(Complaint({{"name", "go on"}, {"sequences", "target"}, {"for_hours", 24}}),
            "command \"go on\" has sequences, which takes no \"for_hours\"");
  EXPECT_EQ(Complaint({{"name", "flip"}, {"flags", Json::object()}}),
            "command \"flip\" has empty flags");
}

TEST(StageCommands, HaveNamesOfTheirOwn) {
  const Json close = {{"name", "close"}, {"source_writes", "off"}};
  EXPECT_THROW(Commands({close, close}), PlanError);
}

}  // namespace
}  // namespace gonogo
