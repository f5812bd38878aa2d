// Leaves grants to roles out of a script that pg_restore wrote.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gonogo {

struct ScriptWithoutGrants {
  std::string sql;
  std::int64_t left_out = 0;  // statements
};

// Leaves out the statements of the script's privileges, also default ones, that grant to one of the
// roles only.
ScriptWithoutGrants WithoutGrantsTo(const std::vector<std::string>& roles,
                                    const std::string& script);

}  // namespace gonogo
