// One question a side for all relations of a plan: the session remembers the answer.
#include "gates/relation_objects.h"

#include <map>
#include <set>

#include "core/error.h"
#include "core/relation_name.h"
#include "core/text.h"
#include "gates/relations.h"
#include "gates/renaming.h"
#include "gates/restored_expression.h"

namespace gonogo {
namespace {

struct Object {
  std::map<std::string, Value> properties;
  Value doubt;
};

using Objects = std::map<std::string, Object>;

Object ObjectOf(const Row& row) {
  Object object{.properties = {}, .doubt = row.Maybe("doubt")};
  const Json properties = Json::parse(row.Text("properties"));
  for (const auto& [name, value] : properties.items()) {
    object.properties[name] = value.is_null() ? Value() : AsRestored(value.get<std::string>());
  }
  return object;
}

Objects ObjectsOf(const Rows& rows, const std::string& relation, const std::string& side) {
  const RelationName wanted = ParseRelationName(relation);
  Objects objects;
  bool found = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    if (row.Text("schema") != wanted.schema || row.Text("relation") != wanted.name) continue;
    found = true;
    const Value& name = row.Maybe("object");
    if (name && !objects.emplace(*name, ObjectOf(row)).second) {
      throw DatabaseError(side + ": " + relation + " has two of the name " + *name, "");
    }
  }
  if (!found) throw NoSuchRelation(side, relation);
  return objects;
}

template <typename Map>
std::set<std::string> NamesOfBoth(const Map& source, const Map& target) {
  std::set<std::string> names;
  for (const Map* const map : {&source, &target}) {
    for (const auto& [name, value] : *map) names.insert(name);
  }
  return names;
}

std::string InWords(const Value& value) { return value.value_or("none"); }

class ObjectComparison {
 public:
  ObjectComparison(const Plan& plan, std::string relation)
      : renaming_(plan), relation_(std::move(relation)) {}

  void Compare(const std::string& name, const Object* source, const Object* target) {
    ++outcome_.examined;
    const std::string subject = relation_ + " " + name;
    if (source == nullptr || target == nullptr) {
      outcome_.findings.push_back({subject,
                                   target == nullptr ? "not on the target" : "on the target",
                                   source == nullptr ? "not on the source" : "on the source"});
      return;
    }
    const bool differs = FindDifferences(subject, *source, *target);
    if (!differs && target->doubt) {
      outcome_.findings.push_back(
          {subject, *target->doubt + ", on both sides", "nothing to doubt", Severity::kAdvisory});
    }
  }

  Outcome Result() { return std::move(outcome_); }

 private:
  bool FindDifferences(const std::string& subject, const Object& source, const Object& target) {
    bool differs = false;
    for (const std::string& name : NamesOfBoth(source.properties, target.properties)) {
      const Value want = Wanted(source, name);
      const auto found = target.properties.find(name);
      const Value have = found == target.properties.end() ? Value() : found->second;
      if (have == want) continue;
      differs = true;
      outcome_.findings.push_back(
          {subject, name + ": " + InWords(have), name + ": " + InWords(want)});
    }
    return differs;
  }

  Value Wanted(const Object& source, const std::string& property) const {
    const auto found = source.properties.find(property);
    if (found == source.properties.end() || !found->second) return {};
    return renaming_.OnTarget(*found->second);
  }

  Renaming renaming_;
  std::string relation_;
  Outcome outcome_;
};

const Object* Find(const Objects& objects, const std::string& name) {
  const auto found = objects.find(name);
  return found == objects.end() ? nullptr : &found->second;
}

}  // namespace

Outcome CompareObjects(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  const BothRows rows = in.pair.Query(statement, {});
  const Objects source = ObjectsOf(rows.source, relation.source, "source");
  const Objects target = ObjectsOf(rows.target, relation.target, "target");
  ObjectComparison comparison(in.plan, relation.source);
  for (const std::string& name : NamesOfBoth(source, target)) {
    comparison.Compare(name, Find(source, name), Find(target, name));
  }
  Outcome outcome = comparison.Result();
  outcome.notes.push_back("source " + std::to_string(source.size()) + ", target " +
                          std::to_string(target.size()));
  ++outcome.examined;  // the relation: that it has none of them is an answer
  return outcome;
}

std::vector<Parameter> RelationObjectParameters() {
  return {RelationsParameter(), ExceptParameter()};
}

}  // namespace gonogo
