// Changes the statements of privileges in a script that pg_restore wrote.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gonogo {

// Returns what takes the place of a line, or nothing to leave it out.
using LineEdit = std::function<std::optional<std::string>(const std::string& line)>;

// Edits each line of the script's entries of these types. Other lines stay.
std::string WithEntriesEdited(const std::string& script, const std::vector<std::string>& types,
                              const LineEdit& edit);

// Edits each line of the script's entries of privileges, also default ones. Other lines stay.
std::string WithPrivilegesEdited(const std::string& script, const LineEdit& edit);

}  // namespace gonogo
