// Whether the roles that a check names exist. Nobody is called as one that is spelled otherwise,
// and nothing is found of it.
#pragma once

#include <string>
#include <vector>

#include "fixtures/session/session.h"

namespace gonogo {

// Returns what is wrong with the roles in the check's `parameter`: one that neither side has. One
// side may lack it. "" if nothing is. Throws DatabaseError.
std::string UnknownRole(const std::string& parameter, const std::vector<std::string>& roles,
                        Session& source, Session& target);

}  // namespace gonogo
