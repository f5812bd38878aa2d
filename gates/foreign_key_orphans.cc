// foreign_key_orphans: every row that a foreign key of the target leads from has the row that it
// leads to. A load with triggers off lets orphans in, and the constraint stays silent about them.
#include "core/gate.h"
#include "gates/probes.h"
#include "gates/relation_objects.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

Gate foreign_key_orphans() {
  return {.name = "foreign_key_orphans",
          .summary = "No foreign key of the target has let in a row that leads nowhere.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = NoneCounted<sql::kForeignKeyProbes>};
}

}  // namespace gonogo
