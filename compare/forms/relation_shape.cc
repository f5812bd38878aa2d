// Reads the shapes of any number of relations with two queries per side.
#include "compare/forms/relation_shape.h"

#include "core/error.h"
#include "core/json/json.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

std::string FaultOf(const std::string& relation, const std::string& kind) {
  if (kind == "r" || kind == "p" || kind == "m") return "";
  if (kind == "v") return relation + " is a view: compare its tables instead";
  if (kind == "f") return relation + " is a foreign table: its rows are on another server";
  return relation + " isn't a table";
}

void ReadParts(const Row& row, RelationShape& shape) {
  for (const Json& part : ParseJson(row.Text("parts"))) {
    if (part["kind"].get<std::string>() == "f") {
      shape.foreign.push_back({part["schema"].get<std::string>(), part["name"].get<std::string>()});
    } else {
      shape.parts.push_back({part["from"].get<std::string>(), part["blocks"].get<std::int64_t>(),
                             part["toast_blocks"].get<std::int64_t>()});
    }
  }
}

Column ColumnOf(const Row& row) {
  Column column{.name = row.Text("name"),
                .quoted = row.Text("quoted"),
                .type = row.Text("type"),
                .base = row.Text("base"),
                .labels = {},
                .cast_by_user = row.Boolean("cast_by_user"),
                .not_null = row.Boolean("not_null"),
                .generated = row.Boolean("generated"),
                .always_identity = row.Boolean("always_identity")};
  if (const Value& labels = row.Maybe("labels")) {
    column.labels = ParseJson(*labels).get<std::vector<std::string>>();
  }
  return column;
}

}  // namespace

std::int64_t RelationShape::blocks() const {
  std::int64_t sum = 0;
  for (const Part& part : parts) sum += part.blocks;
  return sum;
}

std::map<std::string, RelationShape> ReadShapes(Session& session,
                                                const std::vector<RelationName>& relations) {
  const std::string list = JsonListOf(relations);
  std::map<std::string, RelationShape> shapes;
  const Rows found = session.QueryOnce(sql::kComparedRelations, {list});
  for (const Row row : found) {
    const RelationName name{row.Text("schema"), row.Text("name")};
    RelationShape& shape = shapes[QuotedName(name)];
    shape.name = name;
    shape.quoted = row.Text("quoted");
    shape.rows = row.Text("rows");
    shape.fault = FaultOf(QuotedName(name), row.Text("kind"));
    ReadParts(row, shape);
  }
  const Rows columns = session.QueryOnce(sql::kComparedColumns, {list});
  std::map<std::string, std::map<std::int64_t, std::string>> keys;
  for (const Row row : columns) {
    const std::string relation = QuotedName({row.Text("schema"), row.Text("relation")});
    shapes.at(relation).columns.push_back(ColumnOf(row));
    if (row.Maybe("key_position")) {
      keys[relation][row.Integer("key_position")] = row.Text("name");
    }
  }
  for (const auto& [relation, by_position] : keys) {
    for (const auto& [position, column] : by_position) shapes[relation].key.push_back(column);
  }
  return shapes;
}

}  // namespace gonogo
