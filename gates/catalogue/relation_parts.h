// What belongs to relations that the plan doesn't list: views, foreign tables and partitions.
#pragma once

#include <map>
#include <string>

#include "core/values/relation_name.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"

namespace gonogo {

// The relations of one side, by the name of the object that stands for each on both sides.
using RelationsByObject = std::map<std::string, RelationName>;

// Adds the columns, constraints, indexes, triggers, rules, storage, row-level security and
// statistics of the relations that both sides have. "view v" has the parts "view v column a" and so
// on. Throws DatabaseError if a side can't answer.
void AddParts(const Inspection& in, const PerSide<RelationsByObject>& relations,
              PerSide<Objects>& objects);

}  // namespace gonogo
