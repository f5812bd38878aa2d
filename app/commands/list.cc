// gonogo list: lists the cases that a plan declares, as text, as JSON or for ctest.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/plan_options.h"
#include "app/plan/plan_file.h"
#include "app/run/run_options.h"
#include "core/error.h"
#include "core/text/text.h"
#include "core/values/side.h"
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
  bool rehearse = false;
  std::string evidence = "evidence";
};

// The variables of the plan's servers that are set, or that aren't. An empty one names no server.
std::vector<std::string> VariablesOf(const Plan& plan, const Environment& environment, bool set) {
  std::vector<std::string> variables;
  for (const SideName side : kBothSides) {
    const auto connection = plan.connections.find(ToString(side));
    if (connection == plan.connections.end()) continue;
    const std::string& variable = connection->second.variable;
    if (variable.empty()) continue;
    if (!ValueOf(environment, variable).empty() == set) variables.push_back(variable);
  }
  return variables;
}

// A pipeline whose secrets didn't arrive must be red. So a rehearsal takes place only if somebody
// asks for it, and then no server may be named. Returns the variables that must be set first; the
// checks can't run then.
std::vector<std::string> MissingVariables(const ListCommandLine& line, const Plan& plan,
                                          const Environment& environment) {
  const auto set = VariablesOf(plan, environment, true);
  if (line.rehearse && !set.empty()) {
    throw PlanError(fmt::format(
        "{} names a server, but a rehearsal on sample data was asked for: unset the one or the "
        "other (ctest asks if GONOGO_REHEARSAL is 1)",
        Join(set, ", ")));
  }
  if (line.rehearse) return {};
  auto missing = VariablesOf(plan, environment, false);
  if (missing.empty()) return missing;
  std::cerr << fmt::format(
      "gonogo: NO-GO: not set: {}. Set the URLs of the servers, or GONOGO_REHEARSAL=1 to rehearse on "
      "sample data\n",
      Join(missing, ", "));
  return missing;
}

CtestListing ListingOf(const ListCommandLine& line, const Plan& plan) {
  namespace fs = std::filesystem;
  const std::string run = NewRunId();
  return {.program = fs::read_symlink("/proc/self/exe").string(),
          .plan_file = fs::absolute(line.plan.plan).string(),
          .env_file = line.plan.env_file.empty() ? "" : fs::absolute(line.plan.env_file).string(),
          .run_folder = (fs::absolute(line.evidence) / run).string(),
          .pair = line.rehearse ? "ctest-" + run : "",
          .longest_statement = plan.limits.statement_timeout};
}

// Leaves out the phases after the gate. ctest's throw-away pair is only a copy, without an
// application that was moved; `gonogo rehearse` checks those phases.
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
    CtestListing listing = ListingOf(line, plan);
    listing.lacks_servers = !MissingVariables(line, plan, environment).empty();
    std::cout << CtestScript(listing.pair.empty() ? plan : UpToGate(plan), listing);
    return 0;
  }
  const auto declared = DeclaredCases(plan, PhasesOf(line.phases), {});
  std::cout << (line.json ? CaseListJson(plan, declared) : CaseListText(declared));
  return 0;
}

}  // namespace

void AddList(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("list", "list the cases that a plan declares");
  const auto line = std::make_shared<ListCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("PHASE", line->phases, "only these phases (default: all)");
  command->add_flag("--json", line->json, "print JSON");
  command->add_flag("--ctest", line->ctest, "print a script for ctest's TEST_INCLUDE_FILES");
  command->add_flag(
      "--rehearse", line->rehearse,
      "with --ctest: run the checks on a throw-away pair with the plan's sample data");
  command->add_option("--evidence", line->evidence, "with --ctest: folder for the evidence of runs")
      ->capture_default_str()
      ->option_text("DIR");
  AddExamples(*command,
              {"gonogo list --plan plan.json", "gonogo list gate --plan plan.json --json"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
