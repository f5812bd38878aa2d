// A grant ends with its grantee, and default privileges begin with the role whose they are.
#include "stages/dump/replaced_roles.h"

#include "core/values/relation_name.h"
#include "stages/dump/privilege_lines.h"

namespace gonogo {
namespace {

constexpr const char* kDefaultsOf = "ALTER DEFAULT PRIVILEGES FOR ROLE ";

void ReplaceGrantee(const std::string& role, const std::string& by, std::string& line) {
  for (const char* const preposition : {" TO ", " FROM "}) {
    for (const char* const end : {";", " WITH GRANT OPTION;"}) {
      const std::string grantee = preposition + role + end;
      if (!line.ends_with(grantee)) continue;
      line.replace(line.size() - grantee.size(), grantee.size(), preposition + by + end);
      return;
    }
  }
}

void ReplaceOwnerOfDefaults(const std::string& role, const std::string& by, std::string& line) {
  const std::string start = kDefaultsOf + role + " ";
  if (line.starts_with(start)) line.replace(0, start.size(), kDefaultsOf + by + " ");
}

// Replaces each role once, though another replaced one may have the new name.
std::string Replaced(const std::map<std::string, std::string>& roles, const std::string& line) {
  std::string with_owner = line;
  for (const auto& [role, by] : roles) {
    for (const std::string& spelled : {role, QuoteIdentifier(role)}) {
      if (with_owner == line) ReplaceOwnerOfDefaults(spelled, QuoteIdentifier(by), with_owner);
    }
  }
  std::string replaced = with_owner;
  for (const auto& [role, by] : roles) {
    for (const std::string& spelled : {role, QuoteIdentifier(role)}) {
      if (replaced == with_owner) ReplaceGrantee(spelled, QuoteIdentifier(by), replaced);
    }
  }
  return replaced;
}

}  // namespace

std::string WithRolesReplaced(const std::map<std::string, std::string>& roles,
                              const std::string& script) {
  if (roles.empty()) return script;
  const auto replace = [&](const std::string& line) { return Replaced(roles, line); };
  return WithPrivilegesEdited(script, replace) + "\n";  // an empty line is the last
}

}  // namespace gonogo
