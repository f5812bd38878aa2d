// A plan may have thousands of relations: the rows are sorted by relation once. The checks run one
// after the other, so that the rows of a check that is done are in the way of the next ones'.
#include "gates/objects/relation_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "gates/objects/extension_moves.h"
#include "gates/parser/sql_tokens.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

std::size_t ColumnOf(const Rows& rows, std::string_view name) {
  const auto found = std::find(rows.columns.begin(), rows.columns.end(), name);
  if (found == rows.columns.end()) {
    throw DatabaseError(fmt::format("column {} of the answer is missing", name), "");
  }
  return static_cast<std::size_t>(found - rows.columns.begin());
}

// Compares rows by their relation, and with a relation.
class ByRelation {
 public:
  explicit ByRelation(const Rows& rows)
      : schema_(ColumnOf(rows, "schema")), relation_(ColumnOf(rows, "relation")) {}

  using Values = std::vector<Value>;
  bool operator()(const Values& one, const Values& other) const {
    return NameIn(one) < NameIn(other);
  }
  bool operator()(const Values& row, const RelationName& name) const {
    return NameIn(row) < std::tie(name.schema, name.name);
  }
  bool operator()(const RelationName& name, const Values& row) const {
    return std::tie(name.schema, name.name) < NameIn(row);
  }

 private:
  std::tuple<const std::string&, const std::string&> NameIn(const Values& row) const {
    return std::tie(row[schema_].value(), row[relation_].value());
  }

  std::size_t schema_;
  std::size_t relation_;
};

Rows Sorted(Rows rows) {
  for (const char* const column : {"schema", "relation"}) rows.Texts(column);  // none is NULL
  std::stable_sort(rows.values.begin(), rows.values.end(), ByRelation(rows));
  return rows;
}

Rows RowsOfRelation(const Rows& sorted, const RelationName& name) {
  const auto [first, last] =
      std::equal_range(sorted.values.begin(), sorted.values.end(), name, ByRelation(sorted));
  return {.columns = sorted.columns, .values = {first, last}};
}

Objects ReadObjects(const Rows& rows, SideName side) {
  Objects objects;
  for (const Row row : rows) {
    const Value& name = row.Maybe("object");
    if (name && !objects.emplace(WithoutKeywordQuotes(*name), ReadObject(row)).second) {
      throw DatabaseError(
          fmt::format("{}: {} has two objects \"{}\"", ToString(side),
                      QuotedName({row.Text("schema"), row.Text("relation")}), *name),
          "");
    }
  }
  return objects;
}

// Of both sides together. A check asks three statements at most, and several ask the size of
// relations.
constexpr std::size_t kMostKept = 12;

}  // namespace

const Renaming& RelationCatalogue::renaming() {
  if (!knows_extensions_) AddExtensionMoves(pair_, renaming_);
  knows_extensions_ = true;
  return renaming_;
}

const Rows& RelationCatalogue::AllRows(SideName side, std::string_view statement,
                                       const std::vector<Value>& values) {
  const Question question(side, statement, values);
  const auto known = answers_.find(question);
  Answer& answer = known != answers_.end()
                       ? known->second
                       : Keep(question, pair_.SessionOf(side).QueryOnce(statement, values));
  answer.last_used = ++uses_;
  return answer.rows;
}

RelationCatalogue::Answer& RelationCatalogue::Keep(const Question& question, Rows rows) {
  if (answers_.size() >= kMostKept) {
    answers_.erase(std::ranges::min_element(answers_, {},
                                            [](const auto& one) { return one.second.last_used; }));
  }
  Answer& answer = answers_[question];
  answer = {.rows = Sorted(std::move(rows)), .last_used = ++uses_};
  return answer;
}

PerSide<Rows> RelationCatalogue::BothRowsOf(const PerSide<RelationName>& relation,
                                            std::string_view statement) {
  pair_.RequireComparable();
  if (!answers_.contains({SideName::kSource, statement, {}})) {
    BothRows rows = pair_.QueryOnce(statement, {});
    for (const SideName side : kBothSides) Keep({side, statement, {}}, std::move(rows[side]));
  }
  return {RowsOfRelation(AllRows(SideName::kSource, statement, {}), relation.source),
          RowsOfRelation(AllRows(SideName::kTarget, statement, {}), relation.target)};
}

PerSide<Objects> RelationCatalogue::ObjectsOf(const Relation& relation,
                                              std::string_view statement) {
  const PerSide<RelationName> names{ParseRelationName(relation.source),
                                    ParseRelationName(relation.target)};
  const PerSide<Rows> rows = BothRowsOf(names, statement);
  for (const SideName side : kBothSides) {
    if (rows[side].empty()) throw NoSuchRelation(ToString(side), NameOn(side, relation));
  }
  return Read(names, rows);
}

PerSide<Objects> RelationCatalogue::ObjectsOf(const PerSide<RelationName>& relation,
                                              std::string_view statement) {
  return Read(relation, BothRowsOf(relation, statement));
}

PerSide<Objects> RelationCatalogue::Read(const PerSide<RelationName>& relation,
                                         const PerSide<Rows>& rows) {
  PerSide<Objects> objects{ReadObjects(rows.source, SideName::kSource),
                           ReadObjects(rows.target, SideName::kTarget)};
  for (auto& [name, object] : objects.source) {
    object = OnTarget(std::move(object), renaming(), relation.source);
  }
  return objects;
}

Rows RelationCatalogue::RowsOf(const Relation& relation, SideName side, std::string_view statement,
                               const std::vector<Value>& values) {
  const std::string& name = NameOn(side, relation);
  Rows rows = RowsOfRelation(AllRows(side, statement, values), ParseRelationName(name));
  if (rows.empty()) throw NoSuchRelation(ToString(side), name);
  return rows;
}

}  // namespace gonogo
