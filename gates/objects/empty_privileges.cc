// Names are those of sql/catalogue/database/grants.sql.
#include "gates/objects/empty_privileges.h"

#include <algorithm>
#include <vector>

namespace gonogo {

bool GrantsNothing(const std::string& name, const Object& object) {
  if (object.properties.empty()) return true;
  // Those of one schema add to those of all schemas, and can't revoke what these give PUBLIC.
  static const std::vector<std::string> kOnlyOfOwners = {
      " for tables in ",        " for sequences in ",        " for schemas in ",
      " for large objects in ", " for functions in schema ", " for types in schema "};
  const bool is_of_owner = name.starts_with("default privileges of ") &&
                           std::ranges::any_of(kOnlyOfOwners, [&](const std::string& kind) {
                             return name.find(kind) != std::string::npos;
                           });
  const auto owner = object.properties.find("its owner");
  return is_of_owner && object.properties.size() == 1 && owner != object.properties.end() &&
         owner->second.text == "ALL";
}

}  // namespace gonogo
