// A plan of 600 relations asks 600 times; rows are turned into objects the first time.
#include "gates/catalogues.h"

#include "core/error.h"
#include "core/relation_name.h"

namespace gonogo {
namespace {

Catalogues::OfRelations ByRelation(const Rows& rows, const std::string& side) {
  Catalogues::OfRelations relations;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    const std::string relation = Spelling({row.Text("schema"), row.Text("relation")});
    Objects& objects = relations[relation];
    const Value& name = row.Maybe("object");
    if (name && !objects.emplace(*name, ReadObject(row)).second) {
      throw DatabaseError(side + ": " + relation + " has two of the name " + *name, "");
    }
  }
  return relations;
}

}  // namespace

const Catalogues::BothSides& Catalogues::Read(std::string_view statement) {
  if (const auto known = read_.find(statement); known != read_.end()) return known->second;
  const BothRows rows = pair_.Query(statement, {});
  BothSides both{ByRelation(rows.source, "source"), ByRelation(rows.target, "target")};
  return read_.emplace(statement, std::move(both)).first->second;
}

}  // namespace gonogo
