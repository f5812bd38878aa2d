// Makes the context of a command from its options and the environment.
#include "app/context/run_context.h"

#include "app/context/migration_of.h"
#include "app/context/rehearsal.h"
#include "app/given_url.h"
#include "app/plan/plan_file.h"

namespace gonogo {
namespace {

RunContext ContextOf(const ContextOptions& options) {
  if (!options.pair.empty()) {
    const ThrowAwayPair pair = KeptPairNamed(options.pair);
    return ContextOn(pair, RehearsalOf(options.plan));
  }
  Environment environment = EnvironmentOf(options.plan);
  Plan plan = LoadPlan(options.plan.plan, environment);
  const GivenUrls given{.source = GivenUrl(options.source), .target = GivenUrl(options.target)};
  SetUrlVariables(plan, given, environment);
  const Endpoints endpoints = ResolveEndpoints(plan, given, environment);
  WarnOfShortPassword(endpoints.source);
  WarnOfShortPassword(endpoints.target);
  MigrationFolder migration = MigrationOf(plan, environment);
  return {std::move(plan), std::move(environment), endpoints, std::move(migration)};
}

void SetBaseline(const ContextOptions& options, MigrationFolder& migration) {
  if (options.baseline.empty()) return;
  migration.baseline = std::filesystem::absolute(options.baseline).lexically_normal();
}

}  // namespace

void ContextOptions::AddTo(CLI::App& command) {
  plan.AddTo(command);
  auto* const on_source =
      command.add_option("--source", source, "URL or service of the source")->option_text("URL");
  auto* const on_target =
      command.add_option("--target", target, "URL or service of the target")->option_text("URL");
  command
      .add_option("--baseline", baseline,
                  "baseline of a plan without a source (default: baseline.json in the migration's "
                  "folder; also: GONOGO_BASELINE)")
      ->option_text("FILE");
  command.add_option("--pair", pair, "rehearse on the throw-away pair of that name")
      ->option_text("NAME")
      ->excludes(on_source)
      ->excludes(on_target);
}

RunContext MakeRunContext(const ContextOptions& options) {
  RunContext context = ContextOf(options);
  SetBaseline(options, context.migration);
  return context;
}

RunContext MakeStageContext(const ContextOptions& options, const std::string& folder) {
  RunContext context = ContextOf(options);
  if (!folder.empty()) context.migration = MigrationFolderAt(folder, context.environment);
  SetBaseline(options, context.migration);
  return context;
}

Pair OpenPair(const RunContext& context, const PerSide<std::string>& snapshots) {
  const auto& [plan, environment, endpoints, migration] = context;
  if (plan.has_source()) {
    return Pair(OpenSides(endpoints.source, endpoints.target, plan.limits, snapshots),
                endpoints.pooler);
  }
  Side target = OpenSide("target", endpoints.target, plan.limits, snapshots.target);
  Side source = OpenBaseline(migration.baseline, *plan.baseline, LatestTime(target));
  return {std::move(source), std::move(target), endpoints.pooler};
}

Environment ChildEnvironment(const RunContext& context) {
  Environment environment = context.environment;
  environment.erase("GONOGO_ENV_FILE");  // its lines are in the environment already
  Export(context.migration, environment);
  return environment;
}

}  // namespace gonogo
