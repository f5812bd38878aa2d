// unique_keys: finds duplicate keys under the target's unique indexes. Reads the tables, because an
// index that was sorted by another collation doesn't find its own duplicates.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::unique_keys {

Gate Definition() {
  return {.name = "unique_keys",
          .summary = "The keys of the target's unique indexes have no duplicates.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = NoViolations<sql::kUniqueKeys>};
}

}  // namespace gonogo::unique_keys
