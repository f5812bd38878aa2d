// Gates that hold relations of the target to what the plan itself says they must have. The source
// is not asked: a migration inside one database has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/values/rows.h"
#include "gates/inspection.h"

namespace gonogo {

// The oid of a table, view or foreign table of the target, to be bound. Throws DatabaseError
// (42P01) where there is none of that name.
std::string OidOnTarget(Pair& pair, const std::string& relation);

// What JudgeRows makes of `statement`, whose $1 is the relation's oid; the others are `values`.
// Throws DatabaseError where there is no such relation, and as JudgeRows does.
Outcome JudgeTargetRelation(const Inspection& in, const std::string& relation,
                            std::string_view statement, const std::vector<Value>& values);

// The same of the relation that the case's subject names and of its list in the map `parameter`,
// which is $2, as JSON.
Outcome JudgeList(const Inspection& in, const std::string& parameter, std::string_view statement);

}  // namespace gonogo
