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
  return {.name = "replica_identity",
          .summary = "Logical replication can replicate updates and deletes of every table.",
          .phases = {Phase::kPreflight},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo::replica_identity
