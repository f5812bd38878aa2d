// Databases of a fleet whose targets are one database: then one of them was gated in another's
// place, unless the fleet's file says so.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/fleet/fleet.h"

namespace gonogo {

// Which databases share a target as the fleet's file says.
class SaidTargets {
 public:
  explicit SaidTargets(std::span<const FleetMember> members);

  // Returns whether the file says that these two have one target, also by way of others.
  bool AreOne(const std::string& name, const std::string& other) const {
    return RootOf(name) == RootOf(other);
  }

 private:
  std::string RootOf(const std::string& name) const;

  std::map<std::string, std::string> root_;  // another of the same target, by name
};

struct SharedTargets {
  std::vector<std::string> unsaid;   // that the file doesn't say: who, what and what to do
  std::vector<std::string> remarks;  // what the file says, but isn't so
};

// Compares the targets that were reached: by the server's and the database's identity or, if a role
// isn't allowed to read that, by the address.
SharedTargets SharedTargetsOf(const FleetRecord& record);

}  // namespace gonogo
