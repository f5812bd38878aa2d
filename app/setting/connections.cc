// A URL given on the command line stands in for the variable, wherever that is looked at.
#include "app/setting/connections.h"

#include "core/error.h"
#include "core/record/record_path.h"

namespace gonogo {
namespace {

const Connection& ConnectionNamed(const Plan& plan, const std::string& name) {
  const auto found = plan.connections.find(name);
  if (found == plan.connections.end()) {
    throw PlanError(plan.file + ": the plan has no " + name +
                    (plan.has_source() ? "" : ": it is of a migration inside one database"));
  }
  return found->second;
}

}  // namespace

ConnectionString ResolveEndpoint(const Plan& plan, const std::string& name,
                                 const Environment& environment) {
  const Connection& connection = ConnectionNamed(plan, name);
  if (connection.variable.empty()) return ParseEndpoint(connection.url, "connection " + name);
  const auto found = environment.find(connection.variable);
  if (found == environment.end() || found->second.empty()) {
    throw PlanError("no " + name + ": set " + connection.variable + ", give --" + name +
                    " URL, or rehearse on the throw-away pair with `gonogo rehearse`");
  }
  return ParseEndpoint(found->second, connection.variable);
}

void SetConnection(const Plan& plan, const std::string& connection, const std::string& url,
                   Environment& environment) {
  const std::string& variable = ConnectionNamed(plan, connection).variable;
  if (variable.empty()) {
    throw PlanError("the plan names no environment variable for its " + connection +
                    ", so nothing can be put in its place");
  }
  environment[variable] = url;
}

namespace {

PoolerAddress ResolvePooler(const Plan& plan, const Environment& environment) {
  const auto connection = plan.connections.find("pooler");
  if (connection == plan.connections.end()) {
    return {.endpoint = {}, .missing = "no pooler: the plan names no such connection"};
  }
  const auto& [variable, url] = connection->second;
  try {
    if (variable.empty()) return {.endpoint = ParseEndpoint(url, "connection pooler")};
    const auto found = environment.find(variable);
    if (found == environment.end() || found->second.empty()) {
      return {.endpoint = {}, .missing = "no pooler: set " + variable};
    }
    return {.endpoint = ParseEndpoint(found->second, variable)};
  } catch (const PlanError& error) {
    return {.endpoint = {}, .missing = error.what()};
  }
}

// That by which the plan names where preflight tries its backup; "": it names none.
std::string StagingVariable(const Plan& plan) {
  const auto preflight = plan.stages.find(Phase::kPreflight);
  if (preflight == plan.stages.end() || !preflight->second.Has("restore_on")) return "";
  const Json& staging = preflight->second.Map("restore_on");
  return staging.is_object() ? staging.at("env").get<std::string>() : "";
}

}  // namespace

Endpoints ResolveEndpoints(const Plan& plan, const Environment& environment) {
  Endpoints endpoints{.source = {},
                      .target = ResolveEndpoint(plan, "target", environment),
                      .baseline = {},
                      .pooler = ResolvePooler(plan, environment)};
  if (plan.has_source()) {
    endpoints.source = ResolveEndpoint(plan, "source", environment);
  } else {
    endpoints.baseline = PathOf(kBaseline, plan.name, environment);
  }
  return endpoints;
}

Pair OpenPair(const Plan& plan, const Endpoints& endpoints) {
  return {plan.has_source() ? OpenSide("source", endpoints.source, plan.limits)
                            : OpenBaseline(endpoints.baseline, *plan.baseline),
          OpenSide("target", endpoints.target, plan.limits), endpoints.pooler};
}

void SetConnections(const Plan& plan, const ThrowAwayPair& pair, Environment& environment) {
  SetConnection(plan, "target", pair.target.Url(), environment);
  if (plan.has_source()) {
    SetConnection(plan, "source", pair.source.Url(), environment);
    return;
  }
  const std::string staging = StagingVariable(plan);
  if (!staging.empty()) environment[staging] = pair.source.Url();
}

}  // namespace gonogo
