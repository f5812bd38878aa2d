// The role mapping: which role of the target replaces a role of the source, for example a managed
// server's own role for a superuser.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "gates/catalogue/database_objects.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the parameter "roles".
Parameter RoleMappingParameter();

// Returns roles of the target by roles of the source.
std::map<std::string, std::string> RoleMapping(const Arguments& arguments);

// Serves as a gate's `run`: DatabaseObjects for a gate with the parameter "roles".
template <const std::string_view& statement>
Outcome DatabaseObjectsWithRoles(const Inspection& in) {
  return CompareRolesOfObjects(in, statement, RoleMapping(in.arguments));
}

}  // namespace gonogo
