// A URL given on the command line stands in for the variable, wherever that is looked at.
#include "app/connections.h"

#include "core/error.h"

namespace gonogo {

ConnectionString ResolveEndpoint(const Plan& plan, const std::string& name,
                                 const Environment& environment) {
  const Connection& connection = plan.connections.at(name);
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
  const std::string& variable = plan.connections.at(connection).variable;
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

}  // namespace

Endpoints ResolveEndpoints(const Plan& plan, const Environment& environment) {
  return {ResolveEndpoint(plan, "source", environment),
          ResolveEndpoint(plan, "target", environment), ResolvePooler(plan, environment)};
}

void SetConnections(const Plan& plan, const ThrowAwayPair& pair, Environment& environment) {
  SetConnection(plan, "source", pair.source.Url(), environment);
  SetConnection(plan, "target", pair.target.Url(), environment);
}

}  // namespace gonogo
