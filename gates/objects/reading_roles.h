// Leaves the rights of the roles as which gonogo reads out of a comparison.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"

namespace gonogo {

// Only roles that the plan names, and only if each side's role has no rights but its own to read:
// privileged attributes, objects that it owns and members that inherit from it speak against it.
class ReadingRoles {
 public:
  // Throws DatabaseError.
  explicit ReadingRoles(const Inspection& in);

  // `objects` have a property for each role with privileges. Removes the privileges to read of such
  // roles: others, and those that they may grant, stay.
  void LeaveOutGrants(PerSide<Objects>& objects);

  // Removes such roles from those that a database needs: "role gonogo_reader".
  void LeaveOutRoles(std::set<std::string>& needed);

  // Counts what was left out, and says why a role of the plan wasn't.
  void AddNotes(Outcome& outcome) const;

 private:
  std::set<std::string> roles_;
  std::set<std::string> not_only_readers_;
  PerSide<std::map<std::string, std::int64_t>> grants_;  // by role
  std::set<std::string> left_out_;                       // of the roles that are needed
};

}  // namespace gonogo
