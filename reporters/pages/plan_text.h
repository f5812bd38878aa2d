// Writes a plan for a source, for people to edit.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/plan/source_schema.h"
#include "core/values/pin.h"
#include "core/values/side.h"

namespace gonogo {

// How the stages of a plan create the target's schema.
enum class StagesBy {
  kNone,   // the plan gets no stages
  kDump,   // pg_dump copies it from the source
  kSteps,  // SQL files of the user
};

// The options of the user for a new plan, and what gonogo has found out about the sides.
struct DiscoveryOptions {
  std::string name;
  std::vector<std::string> schemas;            // empty: all
  std::map<std::string, std::string> renamed;  // schemas of the source to schemas of the target
  PerSide<Pin> pins{};
  PerSide<std::string> providers{};                 // of managed servers
  std::map<std::string, std::string> extensions{};  // their schemas on the target, if others
  StagesBy stages = StagesBy::kNone;
  std::vector<std::string> steps{};  // SQL files of the stage schema
  bool in_place = false;             // the plan changes one database, the target
  bool keeps_owners = true;          // the target's role may give objects to the source's owners
  bool keeps_privileges = true;      // the target has all roles that have some
  std::map<std::string, std::string> roles{};  // roles of the target that replace the source's
  std::vector<std::string> lone_roles{};       // owners that only one side has, on purpose
  bool is_encrypted = false;                   // on each side that gonogo knows
  std::string migrations{};                    // folder of the committed migrations, if given
};

// Returns why the plan excludes a schema, or "".
std::string ReasonToExclude(const SourceSchema& source, const DiscoveryOptions& options,
                            const std::string& schema);

// Returns whether the plan moves the table.
bool IsMoved(const SourceSchema& source, const DiscoveryOptions& options, const SourceTable& table);

// Returns a plan that moves everything in `source`, with every check that applies to it, and with a
// reason for each exclusion. Throws PlanError if the options name a schema that doesn't exist, or
// if there is nothing to move.
std::string PlanText(const SourceSchema& source, const DiscoveryOptions& options);

}  // namespace gonogo
