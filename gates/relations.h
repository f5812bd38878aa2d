// What gates that look at one relation a case share: which relations, and their names as values.
#pragma once

#include <string>
#include <vector>

#include "core/arguments.h"
#include "core/parameter.h"
#include "core/plan.h"
#include "core/rows.h"

namespace gonogo {

// The parameters "relations" and "except", which OneForEachRelation reads.
Parameter RelationsParameter();
Parameter ExceptParameter();

// The source names of the relations that "relations" selects ("*": all of the plan). Throws
// PlanError for a name that the plan does not list.
std::vector<std::string> SelectedRelations(const Plan& plan, const Arguments& arguments);

// The relations that "relations" selects ("*": all of the plan) less those in "except".
// Throws PlanError for a name that the plan does not list.
std::vector<Subject> OneForEachRelation(const Plan& plan, const Arguments& arguments);

// Demands that every member of the map "parameter", a relation's name, is one that the check looks
// at: a setting for a relation that is left out would be in vain. Throws PlanError.
void DemandMembersAmong(const std::vector<Subject>& subjects, const Arguments& arguments,
                        const std::string& parameter);

// Schema and name of a relation, to be bound as $1 and $2.
std::vector<Value> Names(const std::string& relation);

}  // namespace gonogo
