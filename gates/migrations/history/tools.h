// The migration tools that gonogo knows: how each records the migrations that it applied, how it
// names those in its folders, and by which rules the two belong together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/rows.h"

namespace gonogo {

// One migration that a tool's history says is applied.
struct AppliedMigration {
  std::string name;          // by which it is compared
  Value checksum = {};       // NULL: the tool keeps none
  std::string problem = {};  // why it doesn't count as applied; empty: it does
  std::string label = {};    // for people; empty: the name
  // Why its file may be missing from the folder; empty: the tool wants it there.
  std::string without_file = {};
  std::int64_t time = 0;  // for tools that compare times: milliseconds
};

struct AppliedHistory {
  std::vector<AppliedMigration> migrations = {};
  Value baseline = {};      // Flyway's: versions up to it count as applied
  std::int64_t now_ms = 0;  // the server's clock
};

// One migration in a tool's folder.
struct CommittedMigration {
  std::string name;                         // as in the history table
  std::string label;                        // for people
  std::vector<std::string> checksums = {};  // all that the table may have; empty: not compared
  std::string file = {};                    // relative to its folder
  std::vector<std::string> implies = {};    // migrations that are applied if this one is
  std::int64_t time = 0;                    // for tools that compare times: milliseconds
  // Why it may rightly be missing from the table; empty: the tool would apply it.
  std::string not_wanted = {};
  bool runs_again = false;   // the tool applies it again once its text changes
  std::string remark = {};   // what to add if it isn't applied: ", and ..."
  std::string warning = {};  // what is wrong with it although it is applied
};

struct CommittedHistory {
  std::vector<CommittedMigration> migrations = {};  // in the order in which the tool applies them
  std::vector<std::string> problems = {};           // of the folder, which the tool doesn't report
  std::vector<std::string> notes = {};              // what wasn't read
};

using Folders = std::vector<std::filesystem::path>;

struct MigrationTool {
  std::string name;   // drizzle, prisma, ...
  std::string table;  // its history table by default
  // Reads the rows of the table, each given as an object of all columns.
  AppliedHistory (*applied)(const std::vector<Json>& rows);
  // Reads the folders. Throws PlanError or std::runtime_error if one isn't a folder of that tool.
  CommittedHistory (*committed)(const Folders& folders);
  // Applies the tool's rules to both: gives applied migrations the names of the folder, adds those
  // that they imply, and marks what may be missing on either side.
  void (*settle)(AppliedHistory& applied, CommittedHistory& committed) = nullptr;
  // Returns true if the history makes up for that migration although it has no row for it.
  bool (*covers)(const AppliedHistory& history, const std::string& name) = nullptr;
  // Compares the checksums of both sides; without it they must be equal.
  bool (*same_checksum)(const Value& one, const Value& other) = nullptr;
  // The same text is the same migration, whatever its name.
  bool is_known_by_checksum = false;
};

// Returns the tool with that name, which must be in ToolNames().
const MigrationTool& ToolNamed(const std::string& name);
std::vector<std::string> ToolNames();

}  // namespace gonogo
