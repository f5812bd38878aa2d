// The migration tools that gonogo knows: how each records the migrations that it applied, and how
// it names those in its folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/rows.h"

namespace gonogo {

// One migration in a tool's history table.
struct AppliedMigration {
  std::string name;
  Value checksum;       // NULL: the tool keeps none
  std::string problem;  // why it doesn't count as applied; empty: it does
};

// One migration in a tool's folder.
struct CommittedMigration {
  std::string name;                    // as in the history table
  std::string label;                   // for people
  std::vector<std::string> checksums;  // all that the table may have; empty: the tool keeps none
};

struct CommittedHistory {
  std::vector<CommittedMigration> migrations;  // in the order in which the tool applies them
  std::vector<std::string> problems;           // of the folder, which the tool doesn't report
};

struct MigrationTool {
  std::string name;   // drizzle, prisma, ...
  std::string table;  // its history table by default
  // Reads a row of the table, given as an object of all columns. Returns an empty name if the row
  // isn't a migration.
  AppliedMigration (*applied)(const Json& row);
  // Reads the folder. Throws PlanError or std::runtime_error if it isn't a folder of that tool.
  CommittedHistory (*committed)(const std::filesystem::path& folder);
  // Names are times in milliseconds, and the tool silently skips a migration that isn't newer than
  // all applied ones.
  bool skips_older = false;
};

// Returns the tool with that name, which must be in ToolNames().
const MigrationTool& ToolNamed(const std::string& name);
std::vector<std::string> ToolNames();

}  // namespace gonogo
