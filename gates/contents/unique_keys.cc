// unique_keys: finds duplicate keys under the target's unique indexes. Reads the tables, because an
// index that was sorted by another collation doesn't find its own duplicates.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::unique_keys {
namespace {

// Also if the source has the same duplicates: its index is broken, and so is the target's.
Outcome Run(const Inspection& in) {
  return CountViolations(in, SideName::kTarget, sql::kUniqueKeys);
}

}  // namespace

Gate Definition() {
  return {.name = "unique_keys",
          .summary = "The keys of the target's unique indexes have no duplicates.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = RelationObjectParameters(),
          .subjects = OneForEachRelation,
          .run = Run};
}

}  // namespace gonogo::unique_keys
