// The tools that keep a table of the migrations they applied, and a folder of those that there are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/rows.h"

namespace gonogo {

// What a tool's table says of one migration.
struct AppliedMigration {
  std::string name;
  Value checksum;       // NULL: the tool keeps none
  std::string problem;  // why it does not count as applied; empty: it does
};

// What a tool's folder says of one.
struct CommittedMigration {
  std::string name;                    // as the table calls it
  std::string label;                   // as people do
  std::vector<std::string> checksums;  // those that the table may hold; empty: the tool keeps none
};

struct CommittedHistory {
  std::vector<CommittedMigration> migrations;  // in the order in which the tool applies them
  std::vector<std::string> problems;           // of the folder itself, which the tool lets pass
};

struct MigrationTool {
  std::string name;   // drizzle, prisma, ...
  std::string table;  // where it keeps what it applied, unless told otherwise
  // A row of that table, every column a member. A row that is no migration's has no name.
  AppliedMigration (*applied)(const Json& row);
  // Throws std::runtime_error where the folder is not what the tool leaves.
  CommittedHistory (*committed)(const std::filesystem::path& folder);
};

// The tool of that name, which is one of ToolNames().
const MigrationTool& ToolNamed(const std::string& name);
std::vector<std::string> ToolNames();

}  // namespace gonogo
