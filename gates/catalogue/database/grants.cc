// grants: each role has the same privileges on both sides, on existing objects and by default
// privileges on future ones.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/objects/empty_privileges.h"
#include "gates/objects/provider_differences.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::grants {
namespace {

// Adds a finding if the target's provider has given roles that anybody can use privileges on tables
// without row security. It is advisory, because the provider gives them to every new table.
void AddExposed(const Inspection& in, Outcome& outcome) {
  const ProviderDifferences differences(in);
  const Provider* const provider = differences.Of(SideName::kTarget);
  if (provider == nullptr || provider->exposed.empty()) return;
  const Rows rows = in.pair.Target().Query(
      sql::kGrantsExposed,
      {ToParameter(Json(provider->exposed)), ToParameter(Json(provider->schemas))});
  const std::int64_t tables = rows.Only().Integer("tables");
  if (tables == 0) return;
  outcome.findings.push_back(
      {"tables without row security",
       fmt::format("{}, the first is {}, open to {} of {}", tables, rows.Only().Text("first"),
                   Join(provider->exposed, " and "), provider->title),
       "row security, or no such privileges", Severity::kAdvisory});
}

std::map<std::string, std::string> OwnersOn(Session& session) {
  std::map<std::string, std::string> owners;
  for (const Row row : session.Query(sql::kOwners, {})) {
    const Object object = ReadObject(row);
    const auto owner = object.properties.find("owner");
    if (owner == object.properties.end() || !owner->second.text) continue;
    owners[row.Text("object")] = *owner->second.text;
  }
  return owners;
}

// A role of the target that replaces the source's owner and its grantees has all privileges as the
// owner: those of the grantees go without saying.
Outcome RunWithRoles(const Inspection& in, const std::map<std::string, std::string>& roles) {
  auto owners = OwnersOn(in.pair.Target());
  const auto database = owners.find("the database");
  for (auto& [object, owner] : owners) {
    if (owner == "pg_database_owner" && database != owners.end()) owner = database->second;
  }
  const auto without_owners = [&](Objects& of_source) {
    for (const auto& [name, owner] : owners) {
      const auto object = of_source.find(name);
      const bool replaces =
          std::ranges::any_of(roles, [&by = owner](const auto& role) { return role.second == by; });
      if (!replaces || object == of_source.end()) continue;
      const bool has_less = object->second.properties.erase(owner) > 0;
      if (has_less && GrantsNothing(name, object->second)) of_source.erase(object);
    }
  };
  return CompareRolesOfObjects(in, sql::kGrants, roles, {}, without_owners);
}

Outcome Run(const Inspection& in) {
  const auto roles = RoleMapping(in.arguments);
  Outcome outcome =
      roles.empty() ? CompareRolesOfObjects(in, sql::kGrants, roles) : RunWithRoles(in, roles);
  AddExposed(in, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "grants",
      .summary = "Each role has the same privileges on both sides, also on columns and by default.",
      .meaning =
          "A role can do less on the target, and the application fails, or more, and data is "
          "exposed.",
      .remedy = "Run GRANT or REVOKE on the target, or map renamed roles with the parameter roles.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RoleMappingParameter()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::grants
