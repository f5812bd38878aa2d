// gonogo plan: checks a plan, writes one from a source, or compares one with its source.
#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/plan_pipeline.h"
#include "app/commands/plan_request.h"
#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "app/exit_status.h"
#include "app/plan/discovery.h"
#include "app/plan/new_plan.h"
#include "app/plan/plan_drift.h"
#include "app/plan/plan_file.h"
#include "app/plan/plan_lint.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

struct LintCommandLine {
  PlanOptions plan;
  bool strict = false;
};

int Lint(const LintCommandLine& line) {
  const Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const LintFinding& finding : LintFindings(plan, UtcNow().substr(0, 10), environment)) {
    ++(finding.is_error ? errors : warnings);
    std::cout << LogLine(fmt::format("{}: {}: {}",
                                     finding.where.empty() ? plan.file : finding.where,
                                     finding.is_error ? "error" : "warning", finding.text))
              << "\n";
  }
  std::string result = errors + warnings == 0 ? "OK" : "";
  if (errors > 0) result = Counted(errors, "error") + (warnings > 0 ? ", " : "");
  if (warnings > 0) result += Counted(warnings, "warning");
  if (errors > 0) result += "; it can't be GO";
  std::cout << fmt::format("{}: {}, {}, {}, {}; {}\n", plan.file, LogLine(plan.name),
                           Counted(plan.relations.size(), "relation"),
                           Counted(plan.checks.size(), "check"),
                           Counted(DeclaredCases(plan, {}, {}).size(), "case"), result);
  return errors > 0 || (line.strict && warnings > 0) ? kExitNoGo : kExitGo;
}

// Throws DatabaseError if the side can't be opened.
Side OpenOrThrow(const std::string& name, const ConnectionString& endpoint) {
  Side side = OpenSide(name, endpoint, {});
  RequireOpen(side);
  return side;
}

int Discover(PlanRequest request) {
  const char* const url = std::getenv("TGT_DB_URL");
  if (request.in_place && request.target.empty() && url != nullptr) request.target = url;
  RequireUrls(request);
  RequireFolder(request);
  const NewPlan plan = WriteNewPlan(request);
  for (const std::string& line : plan.report) std::cerr << "gonogo: " << line << "\n";
  if (!plan.to_write.empty()) {
    std::cerr << "gonogo: stages: write " << plan.to_write
              << " beside the plan: stage schema executes it\n";
  }
  std::cout << plan.text << std::flush;
  return 0;
}

struct DriftCommandLine {
  PlanOptions plan;
  std::string source;
  bool json = false;
};

int ShowDrift(const DriftCommandLine& line) {
  const Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  const Side source =
      OpenOrThrow("source", ResolveEndpoint(plan, SideName::kSource, line.source, environment));
  const auto drifts = DriftOf(plan, Discover(*source.session));
  std::cout << (line.json ? DriftJson(drifts) : DriftText(plan, drifts)) << std::flush;
  return drifts.empty() ? kExitGo : kExitNoGo;
}

void AddLint(CLI::App& plan, int& status) {
  CLI::App* const command = plan.add_subcommand("lint", "check that a plan can be run");
  const auto line = std::make_shared<LintCommandLine>();
  line->plan.AddTo(*command);
  command->add_flag("--strict", line->strict, "exit with 1 for warnings, too");
  AddExamples(*command,
              {"gonogo plan lint --plan plan.json", "GONOGO_PLAN=plan.json gonogo plan lint"});
  command->callback([line, &status] { status = Lint(*line); });
}

void AddDiscover(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("discover", "write a plan for everything that the source has");
  const auto request = std::make_shared<PlanRequest>();
  AddPlanRequestTo(*command, *request);
  AddExamples(*command,
              {R"(gonogo plan discover --source "$SRC_DB_URL" > plan.json)",
               R"(gonogo plan discover --target "$TGT_DB_URL" --schema public > plan.json)"});
  command->callback([request, &status] { status = Discover(*request); });
}

void AddDrift(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("drift", "show how the source differs from what the plan says");
  const auto line = std::make_shared<DriftCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("--source", line->source, "URL of the source (default: the plan's)");
  command->add_flag("--json", line->json, "print JSON");
  AddExamples(*command, {"gonogo plan drift --plan plan.json",
                         R"(gonogo plan drift --plan plan.json --source "$SRC_DB_URL")"});
  command->callback([line, &status] { status = ShowDrift(*line); });
}

void AddSchema(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("schema", "print the JSON schema with which editors check a plan");
  AddExamples(*command, {"gonogo plan schema > plan.schema.json",
                         "gonogo plan schema > migrations/plan.schema.json"});
  command->callback([&status] {
    std::cout << SchemaOfPlans();
    status = 0;
  });
}

}  // namespace

void AddPlan(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("plan", "check a plan, write one, or compare one with its source");
  command->require_subcommand(1);
  AddLint(*command, status);
  AddDiscover(*command, status);
  AddDrift(*command, status);
  AddSchema(*command, status);
  AddPipeline(*command, status);
}

}  // namespace gonogo
