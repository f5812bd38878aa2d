// gonogo baseline take: records the answers of a database before it is migrated in place.
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "app/plan/plan_file.h"
#include "app/progress.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/json/json.h"
#include "fixtures/system/private_file.h"
#include "stages/backup/baseline_take.h"

namespace gonogo {
namespace {

struct TakeCommandLine {
  PlanOptions plan;
  std::string target;
  std::string out;
  bool json = false;
};

Json SummaryOf(const Baseline& baseline, const std::string& file) {
  return {{"file", file},
          {"digest", baseline.Digest()},
          {"taken_at", baseline.taken_at},
          {"answers", baseline.answers.size()},
          {"sizes", baseline.sizes}};
}

int Execute(const TakeCommandLine& line) {
  Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  if (plan.has_source()) {
    throw PlanError(plan.file + ": a plan with a source needs no baseline");
  }
  SetUrlVariables(plan, {.source = "", .target = line.target}, environment);
  if (std::filesystem::exists(line.out)) {
    throw PlanError(line.out +
                    " exists already; a baseline taken again after the migration would have the "
                    "migration's own results");
  }
  const ConnectionString target =
      ResolveEndpoint(plan, SideName::kTarget, line.target, environment);
  const Baseline baseline = TakeBaseline(plan, environment, target, ToolName(), ShowProgressLine);
  ClearProgressLine();
  const std::filesystem::path folder = std::filesystem::absolute(line.out).parent_path();
  std::filesystem::create_directories(folder);
  WritePrivateFile(line.out, ToText(ToJson(baseline), 1) + "\n");
  std::cout << (line.json ? ToText(SummaryOf(baseline, line.out), 2)
                          : line.out + ": " + Describe(baseline))
            << "\n";
  return 0;
}

}  // namespace

void AddBaseline(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("baseline", "record a database before it is migrated in place");
  command->require_subcommand(1);
  CLI::App* const take = command->add_subcommand(
      "take", "record the answers with which the plan's checks will compare");
  const auto line = std::make_shared<TakeCommandLine>();
  line->plan.AddTo(*take);
  take->add_option("--target", line->target, "URL of the database (default: the plan's)")
      ->option_text("URL");
  take->add_option("--out", line->out, "the file to write; it must not exist")
      ->required()
      ->option_text("FILE");
  take->add_flag("--json", line->json, "print the summary as JSON");
  AddProgressOption(*take);
  AddExamples(*take,
              {"gonogo baseline take --plan plan.json --out baseline.json",
               R"(gonogo baseline take --plan plan.json --target "$TGT_DB_URL" --out b.json)"});
  take->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
