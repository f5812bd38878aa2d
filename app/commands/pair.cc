// gonogo pair: starts, stops and shows a throw-away pair to work with by hand.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/rehearsal.h"
#include "core/error.h"
#include "core/json/json.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/throwaway/kept_pair.h"
#include "fixtures/throwaway/sample_database.h"
#include "reporters/console.h"

namespace gonogo {
namespace {

struct PairCommandLine {
  std::string name = "default";
  std::string plan;
  PairPrograms programs;
  bool with_parent = false;
  bool json = false;
};

// Fills both sides with the plan's sample database, or only the target of a plan without a source.
void FillFor(const Plan& plan, const ThrowAwayPair& pair) {
  if (plan.has_source()) {
    LoadSampleIntoPair(pair, plan.fixture);
  } else {
    LoadSample(pair.target, plan.fixture);
  }
}

int Up(const PairCommandLine& line) {
  std::optional<Plan> plan;
  if (!line.plan.empty()) plan = RehearsalOf({.plan = line.plan, .env_file = {}}).plan;
  if (plan) RequireSampleDatabase(*plan);
  const std::filesystem::path folder = MakeKeptPairFolder(line.name);
  PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  if (plan) FillFor(*plan, pair);
  ThrowIfInterrupted();
  SavePair(pair);
  if (line.with_parent) {
    guard.RemoveAfterProcess(getppid());
  } else {
    guard.Release();
  }
  std::cout << kRehearsalNotice << "\n"
            << fmt::format(
                   "pair \"{0}\" is running: source PostgreSQL {1} on port {2}, target PostgreSQL "
                   "{3} on port {4}, {5}\n"
                   "eval \"$(gonogo pair urls --name {0})\" sets its URLs; "
                   "gonogo pair down --name {0} removes it.\n",
                   line.name, pair.source.major, pair.source.port, pair.target.major,
                   pair.target.port, plan ? "filled" : "empty");
  return 0;
}

int Down(const PairCommandLine& line) {
  const std::filesystem::path folder = KeptPairFolder(line.name);
  if (!KeptPairExists(line.name)) {
    throw PlanError(fmt::format("pair \"{}\" doesn't exist", line.name));
  }
  RemovePair(folder);
  std::cout << fmt::format("pair \"{}\" is removed\n", line.name);
  return 0;
}

// {"name", "exists", "source": {"running", "major", "port"}, "target": ...}; without a pair, no
// sides.
Json StateOf(const std::string& name, const std::optional<ThrowAwayPair>& pair) {
  Json state = {{"name", name}, {"exists", pair.has_value()}};
  if (!pair) return state;
  for (const Cluster* cluster : {&pair->source, &pair->target}) {
    state[cluster->side] = {{"running", IsRunning(*pair, *cluster)},
                            {"major", cluster->major},
                            {"port", cluster->port}};
  }
  return state;
}

std::string DescribeServer(const std::string& side, const Json& server) {
  return fmt::format("{}: PostgreSQL {} on port {}, {}\n", side, server.at("major").get<int>(),
                     server.at("port").get<int>(),
                     server.at("running").get<bool>() ? "running" : "NOT running");
}

// Returns 0 if both servers run, otherwise 1.
int ShowStatus(const PairCommandLine& line) {
  const auto pair = LoadPair(line.name);
  const Json state = StateOf(line.name, pair);
  if (line.json) {
    std::cout << ToText(state, 2) << "\n";
  } else if (!pair) {
    std::cout << fmt::format("pair \"{}\" doesn't exist\n", line.name);
  } else {
    for (const std::string side : {"source", "target"}) {
      std::cout << DescribeServer(side, state.at(side));
    }
  }
  const bool is_running =
      pair && state.at("source").at("running") == true && state.at("target").at("running") == true;
  return is_running ? 0 : 1;
}

int ShowUrls(const PairCommandLine& line) {
  const ThrowAwayPair pair = KeptPairNamed(line.name);
  std::cout << fmt::format("export SRC_DB_URL='{}'\nexport TGT_DB_URL='{}'\n", pair.source.Url(),
                           pair.target.Url());
  return 0;
}

}  // namespace

void AddPair(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("pair", "start, stop or show a throw-away pair that keeps running");
  command->require_subcommand(1);
  const auto line = std::make_shared<PairCommandLine>();
  const auto add = [&](const char* name, const char* help, int (*act)(const PairCommandLine&)) {
    CLI::App* const action = command->add_subcommand(name, help);
    action->add_option("--name", line->name, "name of the pair (default: default)")
        ->option_text("NAME");
    AddExamples(*action, {fmt::format("gonogo pair {}", name),
                          fmt::format("gonogo pair {} --name large", name)});
    action->callback([line, act, &status] { status = act(*line); });
    return action;
  };
  CLI::App* const up = add("up", "start a pair; with --plan, fill both sides", Up);
  up->add_option("--plan", line->plan, "the plan whose sample database fills the pair")
      ->option_text("FILE");
  AddProgramOptions(*up, line->programs);
  up->add_flag("--with-parent", line->with_parent,
               "remove the pair when the process that called gonogo ends");
  add("down", "stop the pair and remove it", Down);
  add("status", "show whether it runs: exit status 0 if it does, otherwise 1", ShowStatus)
      ->add_flag("--json", line->json, "print JSON");
  add("urls", "print its URLs as exports for a shell", ShowUrls);
}

}  // namespace gonogo
