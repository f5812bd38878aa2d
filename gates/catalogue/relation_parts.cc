// Uses the statements of the gates that compare the plan's relations, so each runs once for all.
#include "gates/catalogue/relation_parts.h"

#include "gates/objects/relation_catalogue.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

// Two statements may list the same part: columns and extended_statistics both list columns.
void Add(const std::string& name, const Object& part, Objects& objects) {
  Object& object = objects[name];
  object.properties.insert(part.properties.begin(), part.properties.end());
  if (!object.doubt) object.doubt = part.doubt;
}

}  // namespace

void AddParts(const Inspection& in, const PerSide<RelationsByObject>& relations,
              PerSide<Objects>& objects) {
  for (const std::string_view statement :
       {sql::kColumns, sql::kConstraints, sql::kIndexes, sql::kTriggers, sql::kStorage,
        sql::kRowSecurity, sql::kExtendedStatistics}) {
    for (const auto& [name, on_source] : relations.source) {
      const auto on_target = relations.target.find(name);
      if (on_target == relations.target.end()) continue;
      const auto parts = in.catalogue.ObjectsOf({on_source, on_target->second}, statement);
      for (const SideName side : kBothSides) {
        for (const auto& [part, object] : parts[side])
          Add(name + " " + part, object, objects[side]);
      }
    }
  }
}

}  // namespace gonogo
