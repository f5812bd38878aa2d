// A grant ends with its grantee.
#include "stages/dump/reader_grants.h"

#include <algorithm>

#include "core/values/relation_name.h"
#include "stages/dump/privilege_lines.h"

namespace gonogo {
namespace {

bool GrantsTo(const std::vector<std::string>& roles, const std::string& line) {
  if (!line.starts_with("GRANT ") && !line.starts_with("ALTER DEFAULT PRIVILEGES ")) return false;
  return std::ranges::any_of(roles, [&](const std::string& role) {
    return line.ends_with(" TO " + role + ";") ||
           line.ends_with(" TO " + QuoteIdentifier(role) + ";");
  });
}

}  // namespace

ScriptWithoutGrants WithoutGrantsTo(const std::vector<std::string>& roles,
                                    const std::string& script) {
  ScriptWithoutGrants result;
  result.sql =
      WithPrivilegesEdited(script, [&](const std::string& line) -> std::optional<std::string> {
        if (!GrantsTo(roles, line)) return line;
        ++result.left_out;
        return {};
      });
  return result;
}

}  // namespace gonogo
