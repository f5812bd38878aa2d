// pg_restore writes a comment with the type before each entry: "-- Name: TABLE t; Type: ACL; ...".
// An entry of privileges has a statement per line and grantee.
#include "stages/dump/privilege_lines.h"

#include <sstream>

namespace gonogo {

std::string WithPrivilegesEdited(const std::string& script, const LineEdit& edit) {
  std::string sql;
  bool is_of_privileges = false;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("-- Name: ")) {
      is_of_privileges = line.find("; Type: ACL;") != std::string::npos ||
                         line.find("; Type: DEFAULT ACL;") != std::string::npos;
    }
    const std::optional<std::string> edited = is_of_privileges ? edit(line) : line;
    if (edited) sql += *edited + "\n";
  }
  return sql;
}

}  // namespace gonogo
