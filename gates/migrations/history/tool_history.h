// Reads a tool's history on one side, and its folders, and applies the tool's rules to both.
#pragma once

#include <optional>
#include <string>

#include "core/values/arguments.h"
#include "fixtures/session/session.h"
#include "gates/migrations/history/tools.h"

namespace gonogo {

// Reads the table. Returns nothing if it doesn't exist. Throws DatabaseError if it can't be read.
std::optional<AppliedHistory> ReadApplied(Session& session, const MigrationTool& tool,
                                          const std::string& table);

// Returns the parameters that name folders: "folder", and "folders" for more of them.
std::vector<Parameter> FolderParameters(bool is_required);
// Returns the folders that the arguments name; none if they name none.
Folders FoldersOf(const Arguments& arguments);

// Returns the table that the arguments name, or the tool's default.
std::string TableOf(const Arguments& arguments, const MigrationTool& tool);

// Applies the tool's rules to both.
void Settle(const MigrationTool& tool, AppliedHistory& applied, CommittedHistory& committed);

// Returns the migrations of the settled folders that the tool would still apply, and those whose
// file has another text than the one that was applied.
std::vector<CommittedMigration> PendingOf(const AppliedHistory& applied,
                                          const CommittedHistory& committed);

}  // namespace gonogo
