// Lines of the env file win over variables of the process.
#include "app/setting/plan_options.h"

#include "app/process_environment.h"
#include "core/text/env_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace {

Environment Overlaid(const std::string& env_file) {
  Environment environment = ParseEnvFile(ReadTextFile(env_file), env_file);
  environment.merge(ProcessEnvironment());  // keeps what the file says
  return environment;
}

}  // namespace

void PlanOptions::AddTo(CLI::App& command) {
  command.add_option("--plan", plan, "the plan, a JSON file")
      ->envname("GONOGO_PLAN")
      ->required()
      ->option_text("FILE");
  command
      .add_option("--env-file", env_file,
                  "KEY=value lines laid over the environment; parsed, never executed")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
}

Environment EnvironmentOf(const PlanOptions& options) {
  return options.env_file.empty() ? ProcessEnvironment() : Overlaid(options.env_file);
}

}  // namespace gonogo
