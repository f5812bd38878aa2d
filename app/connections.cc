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

Endpoints ResolveEndpoints(const Plan& plan, const Environment& environment) {
  return {ResolveEndpoint(plan, "source", environment),
          ResolveEndpoint(plan, "target", environment)};
}

void SetConnections(const Plan& plan, const ThrowAwayPair& pair, Environment& environment) {
  SetConnection(plan, "source", pair.source.Url(), environment);
  SetConnection(plan, "target", pair.target.Url(), environment);
}

}  // namespace gonogo
