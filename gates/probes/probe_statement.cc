// Checks the kind of a statement. A COMMIT inside CALL or DO isn't checked here: the server refuses
// it in a transaction that a client began.
#include "gates/probes/probe_statement.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/error.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 8> kAllowed = {"InsertStmt", "UpdateStmt", "DeleteStmt",
                                                      "MergeStmt",  "SelectStmt", "TruncateStmt",
                                                      "CallStmt",   "DoStmt"};

std::string FirstWord(const std::string& statement) {
  return statement.substr(0, statement.find_first_of(" \t\r\n\f\v(;"));
}

}  // namespace

void RequireProbeStatement(const std::string& name, const std::string& text) {
  const SqlScript script = ParseScript(text);
  const auto refuse = [&](const std::string& why) { throw PlanError("\"" + name + "\" " + why); };
  if (script.statements.empty()) refuse("has no statement");
  for (const SqlStatement& statement : script.statements) {
    if (!statement.error.empty()) refuse("can't be parsed: " + statement.error);
  }
  if (script.statements.size() > 1) refuse("has more than one statement");
  const SqlStatement& statement = script.statements.front();
  const std::string kind = statement.tree.items().begin().key();
  if (std::find(kAllowed.begin(), kAllowed.end(), kind) != kAllowed.end()) return;
  refuse("may be INSERT, UPDATE, DELETE, MERGE, SELECT, TRUNCATE, CALL or DO, not " +
         FirstWord(statement.text));
}

}  // namespace gonogo
