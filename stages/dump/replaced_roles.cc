// pg_restore writes a comment with the type before each entry: "-- Name: TABLE t; Type: ACL; ...".
// An entry of privileges has a statement per line and grantee.
#include "stages/dump/replaced_roles.h"

#include "core/text/text.h"
#include "core/values/relation_name.h"

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
  std::string sql;
  bool is_of_privileges = false;
  for (const std::string& line : Split(script, '\n')) {
    if (line.starts_with("-- Name: ")) {
      is_of_privileges = line.find("; Type: ACL;") != std::string::npos ||
                         line.find("; Type: DEFAULT ACL;") != std::string::npos;
    }
    sql += (is_of_privileges ? Replaced(roles, line) : line) + "\n";
  }
  return sql;
}

}  // namespace gonogo
