// Tells objects of gate grants that nobody but the owner has privileges on.
#pragma once

#include <string>

#include "gates/objects/object_comparison.h"

namespace gonogo {

// Returns whether the object has no privileges, or, if it is default privileges, those that apply
// without any. Of functions, types and the like PUBLIC has privileges by default: if only the owner
// is left, somebody has revoked them, and that is something.
bool GrantsNothing(const std::string& name, const Object& object);

}  // namespace gonogo
