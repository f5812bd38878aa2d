// Tells what rights a provider of managed servers gives roles of users.
#pragma once

#include <string>

#include "core/values/provider.h"
#include "gates/objects/object_comparison.h"

namespace gonogo {

// Returns whether the role is a member of one through which the provider gives users the right: of
// rds_superuser or azure_pg_admin, and not of rds_iam, with which one only logs in.
bool HasRightOf(const Provider& provider, const Object& role, const std::string& right);

}  // namespace gonogo
