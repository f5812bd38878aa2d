// What belongs to no single relation - functions, types, grants - source against target.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gates/inspection.h"

namespace gonogo {

// Compares what `statement` lists on both sides. It takes no values and returns schema (NULL: of
// none), relation (that it is or belongs to; NULL: none), object (kind and name, as a server writes
// it with an empty search_path), of_extension, properties and doubt, as ReadObject wants them. Left
// out, and counted in the notes: what extensions own, what stands in a provider's schema
// (sql/gates/exclusions.sql) and what the plan excludes. `roles`: names of roles on the source, and
// of those that stand for them on the target; a property that is named after a role, or whose text
// is one, follows. Throws DatabaseError where a side cannot be asked, or may not read a relation of
// the plan.
Outcome CompareDatabaseObjects(const Inspection& in, std::string_view statement,
                               const std::map<std::string, std::string>& roles = {});

// The same as a gate's `run`, for gates that do nothing else: DatabaseObjects<sql::kFunctions>.
template <const std::string_view& statement>
Outcome DatabaseObjects(const Inspection& in) {
  return CompareDatabaseObjects(in, statement);
}

}  // namespace gonogo
