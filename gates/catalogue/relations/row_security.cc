// row_security: each table has the same row-level security on both sides. Without the flag everyone
// reads all rows; without the policies nobody reads any.
#include <set>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "sql/catalogue.h"

namespace gonogo::row_security {
namespace {

// Returns a policy's roles, "app, public", with those that replace them. Each counts once.
std::string Replaced(const std::string& roles, const std::map<std::string, std::string>& by) {
  std::set<std::string> names;
  for (const std::string& part : Split(roles, ',')) {
    const std::string name(Trim(part));
    const auto found = by.find(name);
    names.insert(found == by.end() ? name : found->second);
  }
  return Join(std::vector<std::string>(names.begin(), names.end()), ", ");
}

Objects WithRoles(Objects objects, const std::map<std::string, std::string>& by) {
  for (auto& [name, object] : objects) {
    const auto roles = object.properties.find("roles");
    if (roles == object.properties.end() || !roles->second.text) continue;
    roles->second.text = Replaced(*roles->second.text, by);
  }
  return objects;
}

Outcome Run(const Inspection& in) {
  const auto roles = RoleMapping(in.arguments);
  if (roles.empty()) return CompareRelationObjects(in, sql::kRowSecurity);
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, relation);
  const auto [source, target] = in.catalogue.ObjectsOf(relation, sql::kRowSecurity);
  // Roles that one role replaces may be listed twice on the target.
  Outcome outcome = CompareObjects(relation.source + " ", WithRoles(source, roles),
                                   WithRoles(target, {}), SeverityOfAdditions(in.plan));
  ++outcome.examined;
  return outcome;
}

std::vector<Parameter> Parameters() {
  std::vector<Parameter> parameters = RelationObjectParameters();
  parameters.push_back(RoleMappingParameter());
  return parameters;
}

}  // namespace

Gate Definition() {
  return {
      .name = "row_security",
      .summary = "Each table has the same row-level security on both sides: flags and policies.",
      .meaning = "Users can see or change rows that they must not, or no longer reach their own.",
      .remedy =
          "Run CREATE or ALTER POLICY on the target, or ALTER TABLE with ENABLE or FORCE ROW "
          "LEVEL SECURITY.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = Parameters(),
      .subjects = OneForEachRelation,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::row_security
