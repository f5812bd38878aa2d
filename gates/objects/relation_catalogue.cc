// A plan may have hundreds of relations: the rows are sorted by relation once.
#include "gates/objects/relation_catalogue.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "gates/objects/extension_moves.h"
#include "gates/parser/sql_tokens.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

std::string RelationOf(const Row& row) {
  return QuotedName({row.Text("schema"), row.Text("relation")});
}

template <typename Map>
const typename Map::mapped_type& Find(const Map& relations, SideName side,
                                      const std::string& relation) {
  const auto found = relations.find(Normalised(relation));
  if (found == relations.end()) throw NoSuchRelation(ToString(side), relation);
  return found->second;
}

std::map<std::string, Objects> ReadObjectsByRelation(const Rows& rows, SideName side) {
  std::map<std::string, Objects> relations;
  for (const Row row : rows) {
    const std::string relation = RelationOf(row);
    Objects& objects = relations[relation];
    const Value& name = row.Maybe("object");
    if (name && !objects.emplace(WithoutKeywordQuotes(*name), ReadObject(row)).second) {
      throw DatabaseError(
          fmt::format("{}: {} has two objects \"{}\"", ToString(side), relation, *name), "");
    }
  }
  return relations;
}

std::map<std::string, Rows> SplitByRelation(const Rows& rows) {
  std::map<std::string, Rows> relations;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Rows& of_relation = relations[RelationOf(rows[i])];
    of_relation.columns = rows.columns;
    of_relation.values.push_back(rows.values[i]);
  }
  return relations;
}

std::string CacheKey(SideName side, std::string_view statement, const std::vector<Value>& values) {
  std::string key = fmt::format("{}\n{}", ToString(side), statement);
  for (const Value& value : values) key += "\n" + value.value_or("");
  return key;
}

}  // namespace

const Renaming& RelationCatalogue::renaming() {
  if (!knows_extensions_) AddExtensionMoves(pair_, renaming_);
  knows_extensions_ = true;
  return renaming_;
}

const PerSide<RelationCatalogue::ObjectsByRelation>& RelationCatalogue::Read(
    std::string_view statement) {
  auto known = objects_.find(statement);
  if (known == objects_.end()) {
    const BothRows rows = pair_.Query(statement, {});
    PerSide<ObjectsByRelation> read{ReadObjectsByRelation(rows.source, SideName::kSource),
                                    ReadObjectsByRelation(rows.target, SideName::kTarget)};
    for (auto& [name, objects] : read.source) {
      const RelationName relation = ParseRelationName(name);
      for (auto& [object_name, object] : objects) {
        object = OnTarget(std::move(object), renaming(), relation);
      }
    }
    known = objects_.emplace(statement, std::move(read)).first;
  }
  return known->second;
}

PerSide<const Objects&> RelationCatalogue::ObjectsOf(const Relation& relation,
                                                     std::string_view statement) {
  const auto& read = Read(statement);
  return {Find(read.source, SideName::kSource, relation.source),
          Find(read.target, SideName::kTarget, relation.target)};
}

PerSide<const Objects&> RelationCatalogue::ObjectsOf(const PerSide<RelationName>& relation,
                                                     std::string_view statement) {
  static const Objects kNone;
  const auto& read = Read(statement);
  const auto of = [&](SideName side) -> const Objects& {
    const auto found = read[side].find(QuotedName(relation[side]));
    return found == read[side].end() ? kNone : found->second;
  };
  return {of(SideName::kSource), of(SideName::kTarget)};
}

const Rows& RelationCatalogue::RowsOf(const Relation& relation, SideName side,
                                      std::string_view statement,
                                      const std::vector<Value>& values) {
  const std::string key = CacheKey(side, statement, values);
  auto known = rows_.find(key);
  if (known == rows_.end()) {
    const Rows rows = pair_.SessionOf(side).Query(statement, values);
    known = rows_.emplace(key, SplitByRelation(rows)).first;
  }
  return Find(known->second, side, NameOn(side, relation));
}

}  // namespace gonogo
