// A throw-away pair brings the launch environment of its plan's rehearsal with it.
#include "app/setting/setting.h"

#include "app/plan/plan_file.h"
#include "app/setting/rehearsal.h"

namespace gonogo {
namespace {

void SetBaseline(const RunContextOptions& options, Environment& environment) {
  if (!options.baseline.empty()) environment["GONOGO_BASELINE"] = options.baseline;
}

RunContext OnKeptPair(const RunContextOptions& options) {
  const ThrowAwayPair pair = KeptPairNamed(options.pair);
  auto [plan, environment] = RehearsalOf(options.plan);
  SetBaseline(options, environment);
  SetConnections(plan, pair, environment);
  plan = LoadPlan(options.plan.plan, environment);  // with what the environment holds now
  const Endpoints endpoints = ResolveEndpoints(plan, environment);
  return {std::move(plan), std::move(environment), endpoints};
}

}  // namespace

void RunContextOptions::AddTo(CLI::App& command) {
  plan.AddTo(command);
  auto* const on_source =
      command.add_option("--source", source, "the source's URL")->option_text("URL");
  auto* const on_target =
      command.add_option("--target", target, "the target's URL")->option_text("URL");
  command
      .add_option("--baseline", baseline,
                  "what the database held before, of a plan without a source (default: that of the "
                  "migration's folder; also: GONOGO_BASELINE)")
      ->option_text("FILE");
  command.add_option("--pair", pair, "on the throw-away pair of that name: a rehearsal")
      ->option_text("NAME")
      ->excludes(on_source)
      ->excludes(on_target);
}

RunContext MakeRunContext(const RunContextOptions& options) {
  if (!options.pair.empty()) return OnKeptPair(options);
  Environment environment = EnvironmentOf(options.plan);
  Plan plan = LoadPlan(options.plan.plan, environment);
  SetBaseline(options, environment);
  if (!options.source.empty()) SetConnection(plan, "source", options.source, environment);
  if (!options.target.empty()) SetConnection(plan, "target", options.target, environment);
  const Endpoints endpoints = ResolveEndpoints(plan, environment);
  return {std::move(plan), std::move(environment), endpoints};
}

}  // namespace gonogo
