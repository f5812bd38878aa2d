// A grant ends with its grantee, default privileges begin with the role whose they are, and a
// policy has its roles before its expressions.
#include "stages/dump/replaced_roles.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/text/text.h"
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

// A role that had the privilege WITH GRANT OPTION granted it.
void ReplaceGrantor(const std::string& role, const std::string& by, std::string& line) {
  const std::string grantor = "SET SESSION AUTHORIZATION " + role + ";";
  if (line == grantor) line = "SET SESSION AUTHORIZATION " + by + ";";
}

// Replaces each role once, though another replaced one may have the new name.
std::string Replaced(const std::map<std::string, std::string>& roles, const std::string& line) {
  std::string with_owner = line;
  for (const auto& [role, by] : roles) {
    for (const std::string& spelled : {role, QuoteIdentifier(role)}) {
      if (with_owner == line) ReplaceOwnerOfDefaults(spelled, QuoteIdentifier(by), with_owner);
      if (with_owner == line) ReplaceGrantor(spelled, QuoteIdentifier(by), with_owner);
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

// Returns where `word` is outside of quotes, or the end of the line.
std::size_t PlaceOf(const std::string& line, std::string_view word, std::size_t from) {
  bool is_quoted = false;
  for (std::size_t at = from; at < line.size(); ++at) {
    if (line[at] == '"') is_quoted = !is_quoted;
    if (!is_quoted && line.compare(at, word.size(), word) == 0) return at;
  }
  return line.size();
}

// CREATE POLICY p ON t FOR SELECT TO app, "Old App" USING (true);
std::string WithPolicyRolesReplaced(const std::map<std::string, std::string>& roles,
                                    const std::string& line) {
  const std::size_t end = std::min(
      {PlaceOf(line, " USING ", 0), PlaceOf(line, " WITH CHECK ", 0), PlaceOf(line, ";", 0)});
  const std::size_t to = PlaceOf(line, " TO ", 0);  // an expression may have one, too
  if (!line.starts_with("CREATE POLICY ") || to >= end) return line;
  const std::size_t begin = to + 4;
  std::vector<std::string> names;
  for (std::size_t at = begin; at < end;) {
    const std::size_t comma = std::min(PlaceOf(line, ", ", at), end);
    std::string name = line.substr(at, comma - at);
    const auto is_that = [&](const auto& role) {
      return name == role.first || name == QuoteIdentifier(role.first);
    };
    const auto found = std::ranges::find_if(roles, is_that);
    if (found != roles.end()) name = QuoteIdentifier(found->second);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    at = comma + 2;
  }
  return line.substr(0, begin) + Join(names, ", ") + line.substr(end);
}

}  // namespace

std::string WithRolesReplaced(const std::map<std::string, std::string>& roles,
                              const std::string& script) {
  if (roles.empty()) return script;
  const auto replace = [&](const std::string& line) { return Replaced(roles, line); };
  const auto replace_in_policy = [&](const std::string& line) {
    return WithPolicyRolesReplaced(roles, line);
  };
  // An empty line is the last.
  return WithEntriesEdited(WithPrivilegesEdited(script, replace), {"POLICY"}, replace_in_policy) +
         "\n";
}

}  // namespace gonogo
