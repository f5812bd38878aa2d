// gonogo pair up|down|status|urls: a throw-away pair to work with by hand.
#include <unistd.h>

#include <iostream>
#include <memory>
#include <optional>

#include "app/commands/commands.h"
#include "app/setting/rehearsal.h"
#include "core/error.h"
#include "core/text/json.h"
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

int Up(const PairCommandLine& line) {
  std::optional<Plan> plan;
  if (!line.plan.empty()) plan = RehearsalOf({.plan = line.plan, .env_file = {}}).plan;
  const std::string fixture = plan ? RequireFixture(*plan) : "";
  const std::filesystem::path folder = MakeKeptPairFolder(line.name);
  PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  if (plan && plan->has_source()) FillPair(pair, fixture);
  if (plan && !plan->has_source()) Fill(pair.target, fixture);
  ThrowIfInterrupted();
  SavePair(pair);
  if (line.with_parent) {
    guard.Follow(getppid());
  } else {
    guard.Release();
  }
  std::cout << kRehearsalNotice << "\n"
            << "the pair \"" << line.name << "\" is up: source PostgreSQL " << pair.source.major
            << " on port " << pair.source.port << ", target PostgreSQL " << pair.target.major
            << " on port " << pair.target.port << (fixture.empty() ? ", empty" : ", filled")
            << "\neval \"$(gonogo pair urls --name " << line.name << ")\" sets its URLs; "
            << "gonogo pair down --name " << line.name << " ends it.\n";
  return 0;
}

int Down(const PairCommandLine& line) {
  const std::filesystem::path folder = KeptPairFolder(line.name);
  if (!KeptPairExists(line.name)) {
    throw PlanError("there is no pair \"" + line.name + "\"");
  }
  RemovePair(folder);
  std::cout << "the pair \"" << line.name << "\" is gone\n";
  return 0;
}

// 0 where both servers run, 1 where there is no pair or a server does not run.
int ShowStatus(const PairCommandLine& line) {
  const auto pair = LoadPair(line.name);
  Json state = {{"name", line.name}, {"exists", pair.has_value()}};
  bool running = pair.has_value();
  if (pair) {
    for (const Cluster* cluster : {&pair->source, &pair->target}) {
      const bool runs = IsRunning(*pair, *cluster);
      running = running && runs;
      state[cluster->side] = {
          {"running", runs}, {"major", cluster->major}, {"port", cluster->port}};
    }
  }
  if (line.json) {
    std::cout << ToText(state, 2) << "\n";
  } else if (!pair) {
    std::cout << "there is no pair \"" << line.name << "\"\n";
  } else {
    for (const Cluster* cluster : {&pair->source, &pair->target}) {
      std::cout << cluster->side << ": PostgreSQL " << cluster->major << " on port "
                << cluster->port
                << (state[cluster->side]["running"] == true ? ", running" : ", NOT running")
                << "\n";
    }
  }
  return running ? 0 : 1;
}

int ShowUrls(const PairCommandLine& line) {
  const ThrowAwayPair pair = KeptPairNamed(line.name);
  std::cout << "export SRC_DB_URL='" << pair.source.Url() << "'\n"
            << "export TGT_DB_URL='" << pair.target.Url() << "'\n";
  return 0;
}

}  // namespace

void AddPair(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("pair", "the throw-away pair, kept until it is ended");
  command->require_subcommand(1);
  const auto line = std::make_shared<PairCommandLine>();
  const auto add = [&](const char* name, const char* help, int (*act)(const PairCommandLine&)) {
    CLI::App* const action = command->add_subcommand(name, help);
    action->add_option("--name", line->name, "which pair (default: default)")->option_text("NAME");
    action->callback([line, act, &status] { status = act(*line); });
    return action;
  };
  CLI::App* const up = add("up", "start a pair; with --plan, fill both sides", Up);
  up->add_option("--plan", line->plan, "whose sample database to fill in")->option_text("FILE");
  AddProgramOptions(*up, line->programs);
  up->add_flag("--with-parent", line->with_parent,
               "end the pair when the process that called this ends");
  add("down", "stop the pair and remove it", Down);
  add("status", "whether it runs: exit status 0, or 1 where it does not", ShowStatus)
      ->add_flag("--json", line->json, "as JSON");
  add("urls", "exports for a shell", ShowUrls);
}

}  // namespace gonogo
