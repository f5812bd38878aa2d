// The file of a fleet: which databases one plan gates, and where each of them is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/fleet/fleet.h"
#include "core/text/environment.h"

namespace gonogo {

// A row of the file.
struct FleetDatabase {
  FleetMember member;
  std::string where;                 // "fleet.csv:3: acme", for messages
  std::filesystem::path env_file{};  // "": none
  Environment values{};              // of variables; may be secrets
};

struct Fleet {
  std::string file;  // as given
  std::vector<FleetDatabase> databases;
};

// Reads a *.csv, whose header names the columns, or a *.json, an array of objects with texts. Both
// have `name`, and may have `env_file` (relative to the file's folder) and `same_target_as`
// (another name); the others are variables. An empty cell of a variable is one that the row's env
// file has. Throws PlanError with file and line, never with a value, if
// - it has no databases, a name twice (also in capitals), or one that isn't a safe name of a
// folder,
// - a value is missing, or isn't text,
// - `same_target_as` names no other database.
Fleet ReadFleet(const std::filesystem::path& file);

}  // namespace gonogo
