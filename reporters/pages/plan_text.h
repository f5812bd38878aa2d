// A plan, written for people to read and to change.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/plan/source_schema.h"

namespace gonogo {

// What the one who asks for a plan wants to have in it.
struct DiscoveryOptions {
  std::string name;
  std::vector<std::string> schemas;            // empty: all
  std::map<std::string, std::string> renamed;  // schemas of the source, and where they go
};

// Whether such a plan moves the table.
bool IsMoved(const SourceSchema& source, const DiscoveryOptions& wish, const SourceTable& table);

// A plan that moves all that `source` holds, with every check that applies to it; what it leaves
// out is left out with the reason. Throws PlanError where the wish names a schema that is not
// there, or where nothing is left to move.
std::string PlanText(const SourceSchema& source, const DiscoveryOptions& wish);

// The gates of the checks in such a plan, in order: those that need to be told nothing, and that
// apply to what the source holds.
std::vector<std::string> GatesFor(const SourceSchema& source);

}  // namespace gonogo
