// replica_identity: logical replication can replicate updates and deletes of every table of the
// source.
#include "core/plan/gate.h"
#include "gates/objects/judged_relation.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::replica_identity {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeRelation(in, SideName::kSource, sql::kReplicaIdentity);
}

}  // namespace

Gate Definition() {
  return {
      .name = "replica_identity",
      .summary = "Logical replication can replicate updates and deletes of every table.",
      .meaning =
          "As soon as the table is published, its UPDATE and DELETE statements fail on the source.",
      .remedy =
          "Add a primary key on the source, or run ALTER TABLE with REPLICA IDENTITY USING INDEX "
          "or FULL.",
      .phases = {Phase::kPreflight},
      .parameters = RelationObjectParameters(),
      .subjects = OneForEachRelation,
      .run = Run};
}

}  // namespace gonogo::replica_identity
