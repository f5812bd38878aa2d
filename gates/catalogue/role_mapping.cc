// The gates grants, owners and row_security share the parameter.
#include "gates/catalogue/role_mapping.h"

namespace gonogo {

Parameter RoleMappingParameter() {
  return TextMapParameter("roles", "roles of the source, and the target's roles that replace them")
      .DefaultEmpty();
}

std::map<std::string, std::string> RoleMapping(const Arguments& arguments) {
  return arguments.Map("roles").get<std::map<std::string, std::string>>();
}

std::int64_t TakeDatabaseOwner(PerSide<Objects>& objects) {
  constexpr const char* kOwner = "owner";
  constexpr const char* kDatabaseOwner = "pg_database_owner";
  const auto owner_of = [&](const Objects& side, const std::string& name) -> Value {
    const auto object = side.find(name);
    if (object == side.end()) return {};
    const auto owner = object->second.properties.find(kOwner);
    return owner == object->second.properties.end() ? Value() : owner->second.text;
  };
  const Value owner = owner_of(objects.target, "the database");
  if (!owner) return 0;
  std::int64_t taken = 0;
  for (auto& [name, object] : objects.source) {
    const Value have = owner_of(objects.target, name);
    if (!have || *have != kDatabaseOwner || owner_of(objects.source, name) != owner) continue;
    object.properties[kOwner].text = have;
    ++taken;
  }
  return taken;
}

}  // namespace gonogo
