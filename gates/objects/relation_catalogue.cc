// A plan of 600 relations asks 600 times; rows are sorted by their relation the first time.
#include "gates/objects/relation_catalogue.h"

#include "core/error.h"
#include "core/values/relation_name.h"

namespace gonogo {
namespace {

std::string RelationOf(const Row& row) {
  return QuotedName({row.Text("schema"), row.Text("relation")});
}

template <typename Map>
const typename Map::mapped_type& Find(const Map& relations, const std::string& side,
                                      const std::string& relation) {
  const auto found = relations.find(Normalised(relation));
  if (found == relations.end()) throw NoSuchRelation(side, relation);
  return found->second;
}

// `as` says what becomes of an object.
template <typename Map, typename As>
Map ByRelation(const Rows& rows, const std::string& side, As as) {
  Map relations;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    const std::string relation = RelationOf(row);
    Objects& objects = relations[relation];
    const Value& name = row.Maybe("object");
    if (name && !objects.emplace(*name, as(ReadObject(row))).second) {
      throw DatabaseError(side + ": " + relation + " has two of the name " + *name, "");
    }
  }
  return relations;
}

std::string Question(const std::string& side, std::string_view statement,
                     const std::vector<Value>& values) {
  std::string question = side + "\n" + std::string(statement);
  for (const Value& value : values) question += "\n" + value.value_or("");
  return question;
}

template <typename Map>
const Map& SortedByRelation(Session& session, std::string_view statement,
                            const std::vector<Value>& values, const std::string& question,
                            std::map<std::string, Map>& answered) {
  const auto known = answered.find(question);
  if (known != answered.end()) return known->second;
  const Rows rows = session.Query(statement, values);
  Map relations;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Rows& of_relation = relations[RelationOf(rows[i])];
    of_relation.columns = rows.columns;
    of_relation.values.push_back(rows.values[i]);
  }
  return answered.emplace(question, std::move(relations)).first->second;
}

}  // namespace

Catalogues::BothSides Catalogues::ObjectsOf(const Relation& relation, std::string_view statement) {
  auto known = listed_.find(statement);
  if (known == listed_.end()) {
    const BothRows rows = pair_.Query(statement, {});
    Listed listed{
        ByRelation<ObjectsByRelation>(
            rows.source, "source",
            [this](Object object) { return OnTarget(std::move(object), renaming_); }),
        ByRelation<ObjectsByRelation>(rows.target, "target", [](Object object) { return object; })};
    known = listed_.emplace(statement, std::move(listed)).first;
  }
  return {Find(known->second.source, "source", relation.source),
          Find(known->second.target, "target", relation.target)};
}

const Rows& Catalogues::RowsOnSource(const Relation& relation, std::string_view statement,
                                     const std::vector<Value>& values) {
  const std::string question = Question("source", statement, values);
  return Find(SortedByRelation(pair_.Source(), statement, values, question, answered_), "source",
              relation.source);
}

const Rows& Catalogues::RowsOnTarget(const Relation& relation, std::string_view statement,
                                     const std::vector<Value>& values) {
  const std::string question = Question("target", statement, values);
  return Find(SortedByRelation(pair_.Target(), statement, values, question, answered_), "target",
              relation.target);
}

}  // namespace gonogo
