// replica_identity: logical replication can carry an UPDATE or DELETE of every table of the source.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) { return JudgeRelationOnSource(in, sql::kReplicaIdentity); }

}  // namespace

Gate replica_identity() {
  return {.name = "replica_identity",
          .summary = "Logical replication can carry updates and deletes of every table.",
          .phases = {Phase::kPreflight},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo
