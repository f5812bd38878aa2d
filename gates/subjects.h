// The subjects of a check: one for each relation, side or member of a map, or one for the database.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "core/values/rows.h"
#include "core/values/side.h"

namespace gonogo {

// Returns the parameters "relations" and "except", which OneForEachRelation reads.
Parameter RelationsParameter();
Parameter ExceptParameter();
// Returns both: the parameters of a gate that examines something of each relation.
std::vector<Parameter> RelationObjectParameters();

// Returns the source names of the relations that "relations" selects ("*": all of the plan).
// Throws PlanError if the plan doesn't list one.
std::vector<std::string> SelectedRelations(const Plan& plan, const Arguments& arguments);

// Returns one subject for each relation that "relations" selects and "except" doesn't exclude.
// Throws PlanError if the plan doesn't list one.
std::vector<Subject> OneForEachRelation(const Plan& plan, const Arguments& arguments);

// Throws PlanError if a key of the map `parameter` isn't the relation of one of the subjects: the
// setting would have no effect.
void RequireMembersAmong(const std::vector<Subject>& subjects, const Arguments& arguments,
                         const std::string& parameter);

// Returns the subjects "source" and "target"; only "target" if the plan has no source.
std::vector<Subject> OneForEachSide(const Plan& plan, const Arguments& arguments);
// Returns the one subject "source". Throws PlanError if the plan has no source.
std::vector<Subject> TheSource(const Plan& plan, const Arguments& arguments);
// Returns the one subject "target".
std::vector<Subject> TheTarget(const Plan& plan, const Arguments& arguments);

// Returns the one subject "database".
std::vector<Subject> OneForTheDatabase(const Plan& plan, const Arguments& arguments);

// Returns one subject for each key of the map `parameter`. Throws PlanError if the map is empty.
std::vector<Subject> OneForEachMember(const Arguments& arguments, const std::string& parameter);

// Does the same for a map of relations to lists of names. Also throws PlanError if a list is empty.
std::vector<Subject> OneForEachList(const Arguments& arguments, const std::string& parameter);

// Returns the relation's name on that side, as the plan spells it.
const std::string& NameOn(SideName side, const Relation& relation);

// Returns the schema and the name of a relation, to be bound to $1 and $2.
std::vector<Value> RelationParameters(const std::string& relation);

// Returns the source names of the plan's relations as a parameter: see JsonListOf.
std::string SourceNamesParameter(const Plan& plan);

}  // namespace gonogo
