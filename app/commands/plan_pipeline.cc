// Secrets are the variables that the plan names for URLs.
#include "app/commands/plan_pipeline.h"

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/new_files.h"
#include "app/context/plan_options.h"
#include "app/exit_status.h"
#include "app/plan/plan_file.h"
#include "app/version.h"
#include "core/text/text.h"
#include "reporters/pipelines/pipeline.h"

namespace gonogo {
namespace {

struct PipelineCommandLine {
  PlanOptions plan;
  std::string host;
  std::string out;
  int shards = 1;
};

PipelineFacts FactsOf(const PipelineCommandLine& line) {
  const Plan plan = LoadPlan(line.plan.plan, EnvironmentOf(line.plan));
  PipelineFacts facts = {.name = plan.name,
                         .plan = std::filesystem::path(line.plan.plan).lexically_normal().string(),
                         .version = kVersion,
                         .variables = {},
                         .rehearses = !plan.fixture.empty(),
                         .shards = line.shards};
  for (const auto& [side, connection] : plan.connections) {
    if (!connection.variable.empty()) facts.variables.push_back(connection.variable);
  }
  return facts;
}

int WritePipeline(const PipelineCommandLine& line) {
  const auto files = PipelineFiles(line.host, FactsOf(line));
  if (!line.out.empty()) {
    WriteNewFiles("gonogo plan pipeline", line.out, files);
  } else if (files.size() == 1) {
    std::cout << files.begin()->second;
  } else {
    PrintFiles(std::cout, "", files);
  }
  return kExitGo;
}

}  // namespace

void AddPipeline(CLI::App& plan, int& status) {
  CLI::App* const command = plan.add_subcommand(
      "pipeline", "write the pipeline of a host that rehearses the plan and judges production");
  const auto line = std::make_shared<PipelineCommandLine>();
  command->add_option("HOST", line->host, Join(PipelineHosts(), ", "))
      ->required()
      ->check(CLI::IsMember(PipelineHosts()));
  line->plan.AddTo(*command);
  command->add_option("--shards", line->shards, "github, gitlab: jobs that share the checks")
      ->check(CLI::Range(1, 64))
      ->option_text("N");
  command
      ->add_option("--out", line->out,
                   "write the files below this folder, the root of the repository (default: print)")
      ->option_text("DIR");
  AddExamples(*command, {"gonogo plan pipeline github --plan plan.json --out .",
                         "gonogo plan pipeline gitlab --plan plan.json --shards 4"});
  command->callback([line, &status] { status = WritePipeline(*line); });
}

}  // namespace gonogo
