// partitions: each table has the same partitions on both sides, at all levels, and each partition
// has the same columns, defaults, storage, indexes, constraints, triggers and policies of its own.
#include "core/json/json.h"
#include "gates/catalogue/relation_objects.h"
#include "gates/catalogue/relation_parts.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "sql/catalogue.h"

namespace gonogo::partitions {
namespace {

RelationsByObject PartitionsOf(const Inspection& in, const Relation& relation, SideName side) {
  RelationsByObject partitions;
  for (const Row row : in.catalogue.RowsOf(relation, side, sql::kPartitions, {})) {
    const Value& object = row.Maybe("object");
    if (!object) continue;
    const Json properties = ParseJson(row.Text("properties"));
    if (!properties.contains("name")) continue;  // how the table itself is partitioned
    partitions[*object] = ParseRelationName(properties.at("name").at("name").get<std::string>());
  }
  return partitions;
}

Outcome Run(const Inspection& in) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, relation);
  const auto listed = in.catalogue.ObjectsOf(relation, sql::kPartitions);
  PerSide<Objects> objects{listed.source, listed.target};
  AddParts(in,
           {PartitionsOf(in, relation, SideName::kSource),
            PartitionsOf(in, relation, SideName::kTarget)},
           objects);
  Outcome outcome = CompareObjects(relation.source + " ", objects.source, objects.target,
                                   SeverityOfAdditions(in.plan));
  ++outcome.examined;
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "partitions",
          .summary =
              "Each table has the same partitions on both sides, and each partition has the "
              "same columns, storage, indexes, constraints and triggers.",
          .meaning =
              "Rows of the partition have no place on the target, or lack its indexes, checks or "
              "triggers.",
          .remedy =
              "Create or attach the partition on the target with its bounds, then correct what the "
              "finding names.",
          .phases = {Phase::kSchema, Phase::kFinalize, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::partitions
