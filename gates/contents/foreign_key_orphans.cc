// foreign_key_orphans: every row that a foreign key of the target leads from has the row that it
// leads to. A load with triggers off lets orphans in, and the constraint stays silent about them.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {

Gate foreign_key_orphans() {
  return {.name = "foreign_key_orphans",
          .summary = "No foreign key of the target has let in a row that leads nowhere.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = NoneCounted<sql::kForeignKeyOrphans>};
}

}  // namespace gonogo
