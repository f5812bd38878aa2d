// gonogo baseline take: what a database holds before it is migrated, to compare with afterwards.
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/plan/plan_file.h"
#include "app/progress.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/text/json.h"
#include "fixtures/system/text_file.h"
#include "stages/backup/baseline_take.h"

namespace gonogo {
namespace {

struct TakeCommandLine {
  PlanOptions plan;
  std::string target;
  std::string out;
  bool json = false;
};

int Take(const TakeCommandLine& line) {
  Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  if (plan.has_source()) {
    throw PlanError(plan.file + ": the plan has a source to compare with, and so no \"baseline\"");
  }
  if (!line.target.empty()) SetConnection(plan, "target", line.target, environment);
  if (std::filesystem::exists(line.out)) {
    throw PlanError(line.out +
                    " is there already: a baseline that is taken again after the "
                    "migration would equal what the migration made");
  }
  const Baseline baseline = TakeBaseline(
      plan, environment, ResolveEndpoint(plan, "target", environment), ToolName(), ShowLine);
  ClearLine();
  WriteTextFile(line.out, ToText(ToJson(baseline), 1) + "\n");
  if (line.json) {
    std::cout << ToText(Json{{"file", line.out},
                             {"digest", baseline.Digest()},
                             {"taken_at", baseline.taken_at},
                             {"answers", baseline.answers.size()},
                             {"sizes", baseline.sizes}},
                        2)
              << "\n";
  } else {
    std::cout << line.out << ": " << Describe(baseline) << "\n";
  }
  return 0;
}

}  // namespace

void AddBaseline(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("baseline", "what a database holds before it is migrated in place");
  command->require_subcommand(1);
  CLI::App* const take = command->add_subcommand(
      "take", "ask the database what the plan's checks will compare, and write it down");
  const auto line = std::make_shared<TakeCommandLine>();
  line->plan.AddTo(*take);
  take->add_option("--target", line->target, "the database's URL, in place of the plan's")
      ->option_text("URL");
  take->add_option("--out", line->out, "the file to write; it must not be there")
      ->required()
      ->option_text("FILE");
  take->add_flag("--json", line->json, "print the summary as JSON");
  take->callback([line, &status] { status = Take(*line); });
}

}  // namespace gonogo
