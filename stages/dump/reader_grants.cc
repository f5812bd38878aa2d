// pg_restore writes a comment with the type before each entry: "-- Name: TABLE t; Type: ACL; ...".
// Only entries of privileges are changed, which have a statement per line and grantee.
#include "stages/dump/reader_grants.h"

#include <algorithm>
#include <sstream>

#include "core/values/relation_name.h"

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
  bool is_of_privileges = false;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("-- Name: ")) {
      is_of_privileges = line.find("; Type: ACL;") != std::string::npos ||
                         line.find("; Type: DEFAULT ACL;") != std::string::npos;
    }
    if (is_of_privileges && GrantsTo(roles, line)) {
      ++result.left_out;
    } else {
      result.sql += line + "\n";
    }
  }
  return result;
}

}  // namespace gonogo
