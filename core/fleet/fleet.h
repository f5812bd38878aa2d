// The record of a fleet: many databases, each of which one run gates under the same plan. Its file
// is fleet.jsonl: a header line, then a line for each database whose run has ended.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/record/chain.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// A database as the fleet's file names it. Its variables are in no record: they may be secrets.
struct FleetMember {
  std::string name;
  std::string same_target_as{};  // another, with which it shares the target; "": none

  bool operator==(const FleetMember&) const = default;
};

struct FleetHeader {
  std::string run;  // the id of the fleet's run
  std::string tool;
  std::string plan;
  std::string plan_file{};  // as it was given; for commands to paste, as is the next
  std::string file{};       // of the fleet
  std::string plan_digest;
  bool strict = false;
  std::vector<std::string> phases{};  // those selected; empty: all
  std::vector<std::string> checks{};  // those selected; empty: all
  std::int64_t rows = 0;              // databases in the fleet's file
  std::string started{};              // UTC
  std::string who{};
  std::string host{};
  std::string pipeline{};
  std::vector<FleetMember> databases{};  // that are to be gated, in the order of the file

  // Returns whether only some of the file's databases were selected.
  bool partial() const { return rows > static_cast<std::int64_t>(databases.size()); }
};

// What the files say that the run of a database left.
struct DatabaseEvidence {
  std::vector<std::string> doubts{};  // why no verdict stands; then the rest may be missing
  std::string run{};
  std::string tool{};
  std::string plan_digest{};
  bool strict = false;
  std::vector<std::string> phases{};
  std::vector<std::string> checks{};
  std::string started{};
  std::string finished{};
  Decision decision = Decision::kUndecided;
  std::string text{};  // "GO", "NO-GO", "GO for 3 of 235 cases"
  bool partial = false;
  bool rehearsal = false;
  std::vector<std::string> reasons{};  // why it isn't GO: a line for each cause
  std::int64_t cases = 0;              // declared
  std::int64_t passed = 0;
  std::int64_t waived = 0;
  std::vector<std::string> unreached{};  // sides
  // The target; "" if it wasn't reached.
  std::string address{};
  std::string system_identifier{};  // also "" if the role isn't allowed to read it
  std::string database_oid{};
  ChainEnd chain{};  // of the lines of its evidence
};

// A database whose run has ended.
struct DatabaseResult {
  std::string database;
  int exit_status = 0;        // of its run
  std::string message{};      // what it said last; "" if it left a verdict
  DatabaseEvidence evidence;  // what it left
};

struct FleetRecord {
  FleetHeader fleet;
  std::vector<DatabaseResult> results{};  // in the order in which the runs ended
  ChainEnd chain{};                       // of the lines of fleet.jsonl
};

// The names of files and folders of a fleet's evidence.
inline constexpr const char* kFleetLines = "fleet.jsonl";
inline constexpr const char* kDatabasesFolder = "databases";  // with a folder for each database

// Returns whether a database may have that name, which is also that of a folder: letters, digits,
// and . _ - between them.
bool IsDatabaseName(const std::string& name);

Json ToJson(const FleetHeader& fleet);
Json ToJson(const DatabaseEvidence& evidence);
Json ToJson(const DatabaseResult& result);

// Reads what the functions above wrote, as lines of a chain. Throws PlanError with `file` and line,
// also for a name that leads out of the folder.
FleetRecord ParseFleet(const std::string& lines, const std::string& file);

}  // namespace gonogo
