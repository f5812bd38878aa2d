// A plan names a relation by its source name everywhere.
#include "gates/subjects.h"

#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/values/relation_name.h"

namespace gonogo {
namespace {

using Names = std::set<std::string>;

// Returns the names. Throws PlanError if one isn't a relation of the plan.
Names KnownNames(const Plan& plan, const std::vector<std::string>& names) {
  if (names.empty()) return {};
  std::vector<std::string> known;
  for (const Relation& relation : plan.relations) known.push_back(relation.source);
  const Names all(known.begin(), known.end());
  for (const std::string& name : names) {
    if (all.contains(name)) continue;
    throw PlanError(fmt::format("relation \"{}\" is not among the plan's relations{}", name,
                                Suggestion(name, known)));
  }
  return {names.begin(), names.end()};
}

}  // namespace

Parameter RelationsParameter() {
  return RelationListParameter("relations", "the relations of the plan to examine").Default("*");
}

Parameter ExceptParameter() {
  return TextListParameter("except", "relations that this check leaves out").DefaultEmpty();
}

std::vector<Parameter> RelationObjectParameters() {
  return {RelationsParameter(), ExceptParameter()};
}

std::vector<std::string> SelectedRelations(const Plan& plan, const Arguments& arguments) {
  const bool all = arguments.Map("relations") == "*";
  const Names named = all ? Names() : KnownNames(plan, arguments.Texts("relations"));
  std::vector<std::string> selected;
  for (const Relation& relation : plan.relations) {
    if (all || named.contains(relation.source)) selected.push_back(relation.source);
  }
  return selected;
}

std::vector<Subject> OneForEachRelation(const Plan& plan, const Arguments& arguments) {
  const auto selected = SelectedRelations(plan, arguments);
  const Names except = KnownNames(plan, arguments.Texts("except"));
  std::vector<Subject> subjects;
  for (const std::string& relation : selected) {
    if (!except.contains(relation)) subjects.push_back({.name = relation, .relation = relation});
  }
  return subjects;
}

void RequireMembersAmong(const std::vector<Subject>& subjects, const Arguments& arguments,
                         const std::string& parameter) {
  std::vector<std::string> known;
  for (const Subject& subject : subjects) known.push_back(subject.relation);
  const Names all(known.begin(), known.end());
  for (const auto& member : arguments.Map(parameter).items()) {
    if (all.contains(member.key())) continue;
    throw PlanError(fmt::format("\"{}\" names {}, which this check doesn't examine{}", parameter,
                                member.key(), Suggestion(member.key(), known)));
  }
}

std::vector<Subject> OneForEachSide(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) return {{"target", ""}};
  return {{"source", ""}, {"target", ""}};
}

std::vector<Subject> TheSource(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) throw PlanError("this gate needs a source, and the plan has none");
  return {{"source", ""}};
}

std::vector<Subject> TheTarget(const Plan&, const Arguments&) { return {{"target", ""}}; }

std::vector<Subject> OneForTheDatabase(const Plan&, const Arguments&) { return {{"database", ""}}; }

std::vector<Subject> OneForEachMember(const Arguments& arguments, const std::string& parameter) {
  std::vector<Subject> subjects;
  for (const auto& member : arguments.Map(parameter).items()) {
    subjects.push_back({member.key(), ""});
  }
  if (subjects.empty()) throw PlanError(fmt::format("\"{}\" is empty", parameter));
  return subjects;
}

std::vector<Subject> OneForEachList(const Arguments& arguments, const std::string& parameter) {
  for (const auto& [relation, names] : arguments.Map(parameter).items()) {
    if (names.empty()) throw PlanError(fmt::format("\"{}\" of {} is empty", parameter, relation));
  }
  return OneForEachMember(arguments, parameter);
}

const std::string& NameOn(SideName side, const Relation& relation) {
  return side == SideName::kSource ? relation.source : relation.target;
}

std::vector<Value> RelationParameters(const std::string& relation) {
  const RelationName name = ParseRelationName(relation);
  return {name.schema, name.name};
}

std::string SourceNamesParameter(const Plan& plan) {
  std::vector<RelationName> names;
  for (const Relation& relation : plan.relations)
    names.push_back(ParseRelationName(relation.source));
  return JsonListOf(names);
}

}  // namespace gonogo
