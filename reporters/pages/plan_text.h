// Writes a plan for a source, for people to edit.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/plan/source_schema.h"
#include "core/values/pin.h"
#include "core/values/side.h"

namespace gonogo {

// The options of the user for a new plan.
struct DiscoveryOptions {
  std::string name;
  std::vector<std::string> schemas;            // empty: all
  std::map<std::string, std::string> renamed;  // schemas of the source to schemas of the target
  PerSide<Pin> pins{};
  PerSide<std::string> providers{};                 // of managed servers
  std::map<std::string, std::string> extensions{};  // their schemas on the target, if others
};

// Returns whether the plan moves the table.
bool IsMoved(const SourceSchema& source, const DiscoveryOptions& options, const SourceTable& table);

// Returns a plan that moves everything in `source`, with every check that applies to it, and with a
// reason for each exclusion. Throws PlanError if the options name a schema that doesn't exist, or
// if there is nothing to move.
std::string PlanText(const SourceSchema& source, const DiscoveryOptions& options);

// Returns the gates of the plan's checks, in order: those that need no parameters and that apply to
// something in the source.
std::vector<std::string> GatesFor(const SourceSchema& source);

}  // namespace gonogo
