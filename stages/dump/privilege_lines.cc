// pg_restore writes a comment with the type before each entry: "-- Name: TABLE t; Type: ACL; ...".
// An entry of privileges has a statement per line and grantee.
#include "stages/dump/privilege_lines.h"

#include <algorithm>
#include <sstream>

namespace gonogo {

std::string WithEntriesEdited(const std::string& script, const std::vector<std::string>& types,
                              const LineEdit& edit) {
  std::string sql;
  bool is_of_type = false;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("-- Name: ")) {
      is_of_type = std::ranges::any_of(types, [&](const std::string& type) {
        return line.find("; Type: " + type + ";") != std::string::npos;
      });
    }
    const std::optional<std::string> edited = is_of_type ? edit(line) : line;
    if (edited) sql += *edited + "\n";
  }
  return sql;
}

std::string WithPrivilegesEdited(const std::string& script, const LineEdit& edit) {
  return WithEntriesEdited(script, {"ACL", "DEFAULT ACL"}, edit);
}

}  // namespace gonogo
