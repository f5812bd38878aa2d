// foreign_key_orphans: counts the target's rows whose foreign key references a row that doesn't
// exist. A load with triggers disabled can leave such rows, and the constraint doesn't report them.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/objects/shared_findings.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::foreign_key_orphans {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeTarget(
      in, [&](SideName side) { return CountViolations(in, side, sql::kForeignKeyOrphans); });
}

}  // namespace

Gate Definition() {
  return {.name = "foreign_key_orphans",
          .summary = "Every foreign key value on the target references an existing row.",
          .meaning = "Joins lose these rows, and the foreign key can't be validated on the target.",
          .remedy =
              "Insert the referenced rows or delete the others, then run ALTER TABLE with VALIDATE "
              "CONSTRAINT.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo::foreign_key_orphans
