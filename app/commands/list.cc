// gonogo list: the cases that a plan declares, for people, for programs, or for ctest.
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/plan/plan_file.h"
#include "fixtures/system/clock.h"
#include "reporters/lists/case_list.h"
#include "reporters/lists/ctest_listing.h"

namespace gonogo {
namespace {

struct ListCommandLine {
  PlanOptions plan;
  std::vector<std::string> phases;
  bool json = false;
  bool ctest = false;
  std::string evidence = "evidence";
};

bool IsSet(const Plan& plan, const std::string& side, const Environment& environment) {
  if (!plan.connections.contains(side)) return false;
  const Connection& connection = plan.connections.at(side);
  // Set but empty counts as set: a secret that did not arrive must not turn a gate into a
  // rehearsal.
  return connection.variable.empty() || environment.contains(connection.variable);
}

CtestListing ListingOf(const ListCommandLine& line, const Plan& plan,
                       const Environment& environment) {
  namespace fs = std::filesystem;
  const std::string run = NewRunId();
  return {.program = fs::read_symlink("/proc/self/exe").string(),
          .plan_file = fs::absolute(line.plan.plan).string(),
          .env_file = line.plan.env_file.empty() ? "" : fs::absolute(line.plan.env_file).string(),
          .run_folder = (fs::absolute(line.evidence) / run).string(),
          // With one of the two set and not the other, each case says what is missing.
          .pair = IsSet(plan, "source", environment) || IsSet(plan, "target", environment)
                      ? ""
                      : "ctest-" + run,
          .longest_statement = plan.limits.statement_timeout};
}

// The throw-away pair of ctest is a copy, with no application that was moved: what must hold after
// the gate, `gonogo rehearse` looks at.
Plan UpToGate(Plan plan) {
  for (Check& check : plan.checks) {
    std::erase_if(check.phases, [](Phase phase) { return phase > Phase::kGate; });
  }
  std::erase_if(plan.checks, [](const Check& check) { return check.phases.empty(); });
  return plan;
}

int Execute(const ListCommandLine& line) {
  const Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  if (line.ctest) {
    const CtestListing listing = ListingOf(line, plan, environment);
    std::cout << CtestScript(listing.pair.empty() ? plan : UpToGate(plan), listing);
    return 0;
  }
  const auto declared = DeclaredCases(plan, PhasesOf(line.phases), {});
  std::cout << (line.json ? CaseListJson(plan, declared) : CaseListText(declared));
  return 0;
}

}  // namespace

void AddList(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("list", "the cases that a plan declares");
  const auto line = std::make_shared<ListCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("PHASE", line->phases, "only these phases (default: all)");
  command->add_flag("--json", line->json, "as JSON");
  command->add_flag("--ctest", line->ctest, "as a script for ctest's TEST_INCLUDE_FILES");
  command->add_option("--evidence", line->evidence, "with --ctest: where runs leave their evidence")
      ->capture_default_str()
      ->option_text("DIR");
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
