// The options --plan and --env-file, which most commands have.
#include "app/context/plan_options.h"

#include "app/process_environment.h"
#include "core/plan/shown_command.h"
#include "core/text/env_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {

void PlanOptions::AddTo(CLI::App& command) {
  command.add_option("--plan", plan, "the plan, a JSON file")
      ->envname("GONOGO_PLAN")
      ->required()
      ->option_text("FILE");
  command
      .add_option("--env-file", env_file,
                  "KEY=value lines that replace environment variables; parsed, never executed")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
}

Environment EnvironmentOf(const PlanOptions& options) {
  if (options.env_file.empty()) return ProcessEnvironment();
  Environment environment = ParseEnvFile(ReadTextFile(options.env_file), options.env_file);
  environment.merge(ProcessEnvironment());  // keeps the lines of the file
  environment[kEnvFileRead] = options.env_file;
  return environment;
}

}  // namespace gonogo
