// One statement reads all relations of a side, and returns a count and a sum for each.
#include "gates/contents/unlisted_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json/json.h"
#include "core/text/text.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

Json ToJson(const UnlistedRelation& relation, const Json& conditions, const Json& columns) {
  return {{"rows", relation.rows},
          {"name", relation.name},
          {"conditions", conditions},
          {"columns", columns}};
}

// What to read on each side.
struct Readings {
  Json source = Json::object();
  Json target = Json::object();
};

// Adds a finding if the target lacks the relation.
void Add(const std::string& name, const UnlistedRelation& want, const UnlistedRelations& target,
         Readings& readings, Outcome& outcome) {
  const auto other = target.find(name);
  if (other == target.end()) {
    outcome.findings.push_back({name, "no such table on the target", "the table"});
    return;
  }
  const UnlistedRelation& have = other->second;
  Json both = Json::array();
  std::ranges::set_intersection(want.columns, have.columns, std::back_inserter(both));
  if (both.size() < want.columns.size()) {
    outcome.notes.push_back(fmt::format("{}: the target lacks {} of the source", name,
                                        Counted(want.columns.size() - both.size(), "column")));
  }
  if (both.empty()) {
    if (!want.columns.empty()) {
      outcome.findings.push_back({name, "none of the source's columns", "the same columns"});
    }
    return;
  }
  Json conditions = {want.condition};
  if (have.condition != want.condition) {
    conditions = {want.condition, have.condition};
    outcome.notes.push_back(name +
                            ": each side has another condition; compared are rows that meet both");
  }
  readings.source[name] = ToJson(want, conditions, both);
  readings.target[name] = ToJson(have, conditions, both);
}

}  // namespace

UnlistedRelations ReadUnlisted(const Rows& rows) {
  UnlistedRelations relations;
  for (const Row row : rows) {
    relations[row.Text("name")] = {
        .name = row.Text("relation"),
        .rows = row.Text("rows"),
        .condition = row.Text("condition"),
        .columns = ParseJson(row.Text("columns")).get<std::set<std::string>>()};
  }
  return relations;
}

void CompareUnlisted(const Inspection& in, const UnlistedRelations& source,
                     const UnlistedRelations& target, Outcome& outcome) {
  Readings readings;
  for (const auto& [name, relation] : source) Add(name, relation, target, readings, outcome);
  if (readings.source.empty()) return;
  const BothRows rows = in.pair.QueryWritten(
      sql::kUnlistedRows, {{ToParameter(readings.source)}, {ToParameter(readings.target)}});
  for (std::size_t i = 0; i < rows.source.size(); ++i) {
    const Row want = rows.source[i];
    const Row have = rows.target[i];
    outcome.notes.push_back(fmt::format("{}: {} on the source", want.Text("name"),
                                        Counted(want.Integer("rows"), "row")));
    if (have.Integer("rows") != want.Integer("rows")) {
      outcome.findings.push_back({want.Text("name"), Counted(have.Integer("rows"), "row"),
                                  Counted(want.Integer("rows"), "row")});
    } else if (have.Text("digest") != want.Text("digest")) {
      outcome.findings.push_back({want.Text("name"), "other values", "those of the source"});
    }
  }
}

}  // namespace gonogo
