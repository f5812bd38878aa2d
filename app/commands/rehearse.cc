// gonogo rehearse: the runbook of the plan on a throw-away pair that is filled, moved and gone.
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/plan/plan_file.h"
#include "app/runbook/rehearsed_runbook.h"
#include "app/setting/rehearsal.h"
#include "app/setting/setting.h"
#include "app/setting/signing.h"
#include "core/error.h"
#include "core/record/record_path.h"
#include "core/text/json.h"
#include "fixtures/rehearsal/sample_application.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/throwaway/sample_database.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {
namespace {

struct RehearseCommandLine {
  PlanOptions plan;
  OutputOptions output;
  PairPrograms programs;
};

// What the rehearsal of a plan without stages does: a copy as a runbook makes it, and every check.
int RunOnCopy(const RunContext& setting, const ThrowAwayPair& pair,
              const RehearseCommandLine& line) {
  std::cerr << "gonogo: copying the source to the target\n";
  CopyToTarget(pair);
  ThrowIfInterrupted();
  return Run(setting.plan, setting.environment, setting.endpoints, RunOptionsOf(line.output));
}

// Where the rehearsal leaves what it did. Throws PlanError where something is there already.
std::filesystem::path FreshFolder(const std::string& out) {
  const std::filesystem::path folder =
      std::filesystem::absolute(out.empty() ? "evidence/" + NewRunId() : out);
  if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder)) {
    throw PlanError(folder.string() + " is not empty: a rehearsal begins afresh");
  }
  return folder;
}

// Signs whatever the plan wants signed, in a file that nothing but this rehearsal looks at.
void SignAll(const Plan& plan, const std::filesystem::path& folder, Environment& environment) {
  std::vector<std::string> items;
  for (const SignoffItem& item : SignoffItemsOf(plan)) items.push_back(item.id);
  environment[kSignoffs.variable] = (folder / kSignoffs.name).string();
  if (!items.empty()) {
    Sign(plan, environment[kSignoffs.variable], items, "the rehearsal",
         "nothing is released by it");
  }
}

// Every stage from preflight on, confirmed without being asked: it is a rehearsal.
int RunStages(const RunContext& setting, const std::filesystem::path& folder,
              SampleApplication* application, const RehearseCommandLine& line) {
  StagedOptions options = StagedOptionsOf(line.output);
  options.folder = folder;
  for (const auto& [phase, arguments] : setting.plan.stages) {
    if (arguments.Has("confirm")) {
      options.confirmations.given.push_back(arguments.Text("confirm"));
    }
  }
  const StagesResult done = RehearseRunbook(setting, options, application);
  if (options.json) std::cout << ToText(done.Summary(setting.plan), 2) << "\n";
  return done.status;
}

// The database that is migrated: the source, or the one that is changed in place.
void FillOriginal(const Plan& plan, const ThrowAwayPair& pair,
                  const std::filesystem::path& fixture) {
  const Cluster& original = plan.has_source() ? pair.source : pair.target;
  std::cerr << "gonogo: filling the " << original.side << " (PostgreSQL " << original.major << ")";
  if (plan.has_source()) std::cerr << "; the target is PostgreSQL " << pair.target.major;
  std::cerr << "\n";
  Fill(original, fixture);
}

int Execute(const RehearseCommandLine& line) {
  auto [plan, environment] = RehearsalOf(line.plan);
  const std::filesystem::path fixture = RequireFixture(plan);
  if (plan.stages.empty() && !plan.has_source()) {
    throw PlanError(plan.file + ": a migration inside one database is rehearsed by its \"stages\"");
  }
  if (!plan.stages.empty() && !line.output.checks.empty()) {
    throw PlanError("--check goes with `gonogo run`: this rehearsal does the plan's stages");
  }
  const std::filesystem::path out = plan.stages.empty() ? "" : FreshFolder(line.output.out);

  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  std::cerr << "gonogo: starting the throw-away pair in " << folder.string() << "\n";
  const ThrowAwayPair pair = StartPair(folder, line.programs);
  ThrowIfInterrupted();
  FillOriginal(plan, pair, fixture);
  ThrowIfInterrupted();

  std::optional<SampleApplication> application;
  const std::filesystem::path script = fixture / "application.json";
  if (!plan.stages.empty() && std::filesystem::exists(script)) {
    std::filesystem::create_directories(out);
    application.emplace(script, pair, out / "flags.env", plan.has_source() ? "source" : "target");
    for (const auto& [name, value] : application->environment()) environment[name] = value;
    std::cerr << "gonogo: the sample application is at work\n";
  }
  SetConnections(plan, pair, environment);
  plan = LoadPlan(line.plan.plan, environment);  // with what the environment holds now
  SignAll(plan, folder, environment);            // gone with the pair: no release is signed by it
  const Endpoints endpoints = ResolveEndpoints(plan, environment);
  const RunContext setting{std::move(plan), std::move(environment), endpoints};
  if (setting.plan.stages.empty()) return RunOnCopy(setting, pair, line);
  return RunStages(setting, out, application ? &*application : nullptr, line);
}

}  // namespace

void AddRehearse(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("rehearse", "the whole runbook of the plan, on a throw-away pair");
  const auto line = std::make_shared<RehearseCommandLine>();
  line->plan.AddTo(*command);
  AddProgramOptions(*command, line->programs);
  line->output.AddTo(*command);
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
