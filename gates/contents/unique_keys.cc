// unique_keys: no key stands twice under a unique index of the target. An index that was sorted by
// another collation does not see its own duplicates, so the table itself is read.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo {

Gate unique_keys() {
  return {.name = "unique_keys",
          .summary = "No key stands twice under a unique index of the target.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = NoneCounted<sql::kUniqueKeys>};
}

}  // namespace gonogo
