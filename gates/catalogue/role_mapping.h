// The role mapping: which role of the target replaces a role of the source, for example a managed
// server's own role for a superuser.
#pragma once

#include <cstdint>
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

// pg_database_owner stands for the owner of the database, its only member. If something of the
// source belongs to the role that owns the target's database, lets it belong to pg_database_owner
// where it does so on the target. Returns how much that is.
std::int64_t TakeDatabaseOwner(PerSide<Objects>& objects);

// Serves as a gate's `run`: DatabaseObjects for a gate with the parameter "roles".
template <const std::string_view& statement>
Outcome DatabaseObjectsWithRoles(const Inspection& in) {
  return CompareRolesOfObjects(in, statement, RoleMapping(in.arguments));
}

}  // namespace gonogo
