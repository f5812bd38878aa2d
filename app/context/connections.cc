// Finds the servers of a plan: by URLs that are given, or else by the plan's environment variables.
#include "app/context/connections.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

const Connection& ConnectionNamed(const Plan& plan, const std::string& name) {
  const auto found = plan.connections.find(name);
  if (found == plan.connections.end()) {
    throw PlanError(fmt::format("{}: the plan has no {}{}", plan.file, name,
                                plan.has_source() ? "" : ", because it changes one database"));
  }
  return found->second;
}

// The variable of a connection whose URL is given.
const std::string& VariableOf(const Plan& plan, SideName side) {
  const std::string& variable = ConnectionNamed(plan, ToString(side)).variable;
  if (variable.empty()) {
    throw PlanError(fmt::format(
        "the plan names no environment variable for its {}, so no other URL can be given",
        ToString(side)));
  }
  return variable;
}

PoolerAddress ResolvePooler(const Plan& plan, const Environment& environment) {
  const auto connection = plan.connections.find("pooler");
  if (connection == plan.connections.end()) {
    return {.endpoint = {}, .missing = "no pooler: the plan has no such connection"};
  }
  const auto& [variable, url, pin, provider] = connection->second;
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

[[noreturn]] void ThrowMissing(const std::vector<std::string>& sides,
                               const std::vector<std::string>& variables) {
  throw PlanError(fmt::format(
      "no {}: set {}, give --{} URL, or rehearse on a throw-away pair with `gonogo rehearse`",
      Join(sides, " and no "), Join(variables, " and "), Join(sides, " URL and --")));
}

ConnectionString ParseUrl(const Plan& plan, SideName side, const std::string& given,
                          const Environment& environment) {
  if (!given.empty()) return ParseEndpoint(given, VariableOf(plan, side));
  const std::string name = ToString(side);
  const auto& [variable, url, pin, provider] = ConnectionNamed(plan, name);
  if (variable.empty()) return ParseEndpoint(url, "connection " + name);
  const std::string value = ValueOf(environment, variable);
  if (value.empty()) ThrowMissing({name}, {variable});
  return ParseEndpoint(value, variable);
}

// Names all variables at once that must be set.
void RequireUrls(const Plan& plan, const GivenUrls& given, const Environment& environment) {
  std::vector<std::string> sides;
  std::vector<std::string> variables;
  for (const SideName side : kBothSides) {
    const auto found = plan.connections.find(ToString(side));
    if (found == plan.connections.end() || !given[side].empty()) continue;
    const std::string& variable = found->second.variable;
    if (variable.empty() || !ValueOf(environment, variable).empty()) continue;
    sides.push_back(ToString(side));
    variables.push_back(variable);
  }
  if (!sides.empty()) ThrowMissing(sides, variables);
}

}  // namespace

ConnectionString ResolveEndpoint(const Plan& plan, SideName side, const std::string& given,
                                 const Environment& environment) {
  ConnectionString endpoint = ParseUrl(plan, side, given, environment);
  endpoint.pin = ConnectionNamed(plan, ToString(side)).pin;
  return endpoint;
}

Endpoints ResolveEndpoints(const Plan& plan, const GivenUrls& given,
                           const Environment& environment) {
  RequireUrls(plan, given, environment);
  Endpoints endpoints{.source = {},
                      .target = ResolveEndpoint(plan, SideName::kTarget, given.target, environment),
                      .pooler = ResolvePooler(plan, environment)};
  if (plan.has_source()) {
    endpoints.source = ResolveEndpoint(plan, SideName::kSource, given.source, environment);
  }
  return endpoints;
}

void SetUrlVariables(const Plan& plan, const GivenUrls& given, Environment& environment) {
  for (const SideName side : kBothSides) {
    if (!given[side].empty()) environment[VariableOf(plan, side)] = given[side];
  }
}

}  // namespace gonogo
