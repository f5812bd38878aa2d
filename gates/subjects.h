// The subjects of a check: one for each relation, side, member of a map, or one for the database.
// Every family of gates chooses from these.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "core/values/rows.h"

namespace gonogo {

// The parameters "relations" and "except", which OneForEachRelation reads.
Parameter RelationsParameter();
Parameter ExceptParameter();

// The source names of the relations that "relations" selects ("*": all of the plan). Throws
// PlanError for a name that the plan does not list.
std::vector<std::string> SelectedRelations(const Plan& plan, const Arguments& arguments);

// The two of them: the parameters of a gate that compares what relations have.
std::vector<Parameter> RelationObjectParameters();

// The relations that "relations" selects ("*": all of the plan) less those in "except".
// Throws PlanError for a name that the plan does not list.
std::vector<Subject> OneForEachRelation(const Plan& plan, const Arguments& arguments);

// Demands that every member of the map "parameter", a relation's name, is one that the check looks
// at: a setting for a relation that is left out would be in vain. Throws PlanError.
void RequireMembersAmong(const std::vector<Subject>& subjects, const Arguments& arguments,
                         const std::string& parameter);

// The subjects "source" and "target"; a plan without a source has only "target".
std::vector<Subject> OneForEachSide(const Plan& plan, const Arguments& arguments);
// The one subject "source". Throws PlanError if the plan has no source.
std::vector<Subject> TheSource(const Plan& plan, const Arguments& arguments);
// The one subject "target".
std::vector<Subject> TheTarget(const Plan& plan, const Arguments& arguments);

// The one subject "database".
std::vector<Subject> OneForTheDatabase(const Plan& plan, const Arguments& arguments);

// A subject for each member of the map `parameter`. Throws PlanError if the map is empty.
std::vector<Subject> OneForEachMember(const Arguments& arguments, const std::string& parameter);

// The same for a map of relations to lists of names. Throws PlanError if a list is empty, too.
std::vector<Subject> OneForEachList(const Arguments& arguments, const std::string& parameter);

// Schema and name of a relation, to be bound as $1 and $2.
std::vector<Value> RelationParameters(const std::string& relation);

}  // namespace gonogo
