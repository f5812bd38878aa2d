// Roles that stand for others on the target: a managed server's own in place of the source's.
#pragma once

#include <map>
#include <string>

#include "core/values/arguments.h"
#include "core/values/parameter.h"

namespace gonogo {

Parameter RolesParameter();
std::map<std::string, std::string> RolesOnTarget(const Arguments& arguments);

}  // namespace gonogo
