// pg_restore writes a comment before each entry: "--", "-- Name: s; Type: SCHEMA; ...", "--".
#include "stages/dump/schema_privileges.h"

#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kName = "-- Name: ";

// Returns the lines before the first entry, and those of each entry.
std::vector<std::string> PartsOf(const std::string& script) {
  const std::vector<std::string> lines = Split(script, '\n');
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == "--" && i + 1 < lines.size() && lines[i + 1].starts_with(kName)) {
      parts.emplace_back();
    }
    parts.back() += lines[i] + (i + 1 < lines.size() ? "\n" : "");
  }
  return parts;
}

bool IsOf(const std::string& part, const std::string& name, const std::string& type) {
  const std::string start = "--\n" + std::string(kName) + name;
  if (!part.starts_with(start)) return false;
  return part.substr(0, part.find('\n', start.size())).find("; Type: " + type + ";") !=
         std::string::npos;
}

}  // namespace

std::string WithSchemaPrivilegesFirst(const std::string& script) {
  const std::vector<std::string> parts = PartsOf(script);
  std::string schemas;
  std::string privileges;
  std::string others;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (IsOf(parts[i], "", "SCHEMA")) {
      schemas += parts[i];
    } else if (IsOf(parts[i], "SCHEMA ", "ACL")) {
      privileges += parts[i];
    } else {
      others += parts[i];
    }
  }
  return parts.front() + schemas + privileges + others;
}

}  // namespace gonogo
