// A relation is known by its source name throughout a plan.
#include "gates/relations.h"

#include <algorithm>

#include "core/error.h"
#include "core/relation_name.h"
#include "core/spelling.h"

namespace gonogo {
namespace {

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void DemandKnown(const Plan& plan, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const Relation& relation : plan.relations) known.push_back(relation.source);
  for (const std::string& name : names) {
    if (Has(known, name)) continue;
    throw PlanError("relation \"" + name + "\" is not among the plan's relations" +
                    Suggestion(name, known));
  }
}

}  // namespace

Parameter RelationsParameter() {
  return {.name = "relations",
          .kind = Kind::kRelations,
          .description = "which relations of the plan to look at",
          .default_value = "\"*\""};
}

Parameter ExceptParameter() {
  return {.name = "except",
          .kind = Kind::kTextList,
          .description = "relations to leave to other checks",
          .default_value = "[]"};
}

std::vector<std::string> SelectedRelations(const Plan& plan, const Arguments& arguments) {
  const bool all = arguments.Map("relations") == "*";
  const auto named = all ? std::vector<std::string>() : arguments.Texts("relations");
  DemandKnown(plan, named);
  std::vector<std::string> selected;
  for (const Relation& relation : plan.relations) {
    if (all || Has(named, relation.source)) selected.push_back(relation.source);
  }
  return selected;
}

std::vector<Subject> OneForEachRelation(const Plan& plan, const Arguments& arguments) {
  const auto selected = SelectedRelations(plan, arguments);
  const auto except = arguments.Texts("except");
  DemandKnown(plan, except);
  std::vector<Subject> subjects;
  for (const std::string& relation : selected) {
    if (!Has(except, relation)) subjects.push_back({.name = relation, .relation = relation});
  }
  return subjects;
}

void DemandMembersAmong(const std::vector<Subject>& subjects, const Arguments& arguments,
                        const std::string& parameter) {
  std::vector<std::string> known;
  for (const Subject& subject : subjects) known.push_back(subject.relation);
  for (const auto& member : arguments.Map(parameter).items()) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    throw PlanError("\"" + parameter + "\" names " + member.key() +
                    ", which this check does not look at" + Suggestion(member.key(), known));
  }
}

std::vector<Value> Names(const std::string& relation) {
  const RelationName name = ParseRelationName(relation);
  return {name.schema, name.name};
}

}  // namespace gonogo
