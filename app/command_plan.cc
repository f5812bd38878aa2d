// gonogo plan lint: whether a plan can be run, without contacting anything.
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/files.h"
#include "app/options.h"
#include "core/evidence.h"
#include "core/text.h"

namespace gonogo {
namespace {

int Lint(const PlanOptions& options) {
  const Plan plan = LoadPlan(options.plan, EnvironmentOf(options));
  const auto cases = DeclaredCases(plan, {}, {});
  const auto count = [](std::size_t size, const char* noun) {
    return Counted(static_cast<std::int64_t>(size), noun);
  };
  std::cout << plan.file << ": " << plan.name << ", " << count(plan.relations.size(), "relation")
            << ", " << count(plan.checks.size(), "check") << ", " << count(cases.size(), "case")
            << "; nothing to complain about\n";
  return 0;
}

}  // namespace

void AddPlan(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("plan", "plans");
  command->require_subcommand(1);
  CLI::App* const lint = command->add_subcommand("lint", "whether a plan can be run");
  const auto options = std::make_shared<PlanOptions>();
  options->AddTo(*lint);
  lint->callback([options, &status] { status = Lint(*options); });
}

}  // namespace gonogo
