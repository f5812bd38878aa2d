// Gives privileges in a script that pg_restore wrote to the roles that replace the source's.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Replaces the grantees, grantors and the roles whose default privileges the script alters, in the
// entries of privileges, and the roles of policies. `roles` are the source's, and the target's that
// replace them.
std::string WithRolesReplaced(const std::map<std::string, std::string>& roles,
                              const std::string& script);

}  // namespace gonogo
