// unique_keys: finds duplicate keys under a side's unique indexes. Reads the tables, because an
// index that was sorted by another collation doesn't find its own duplicates.
#include "core/plan/gate.h"
#include "gates/contents/violation_counts.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::unique_keys {
namespace {

// Also if the source has the same duplicates: its index is broken, and so is the target's.
Outcome Run(const Inspection& in) {
  const bool on_source = in.arguments.Text("side") == ToString(SideName::kSource);
  return CountViolations(in, on_source ? SideName::kSource : SideName::kTarget, sql::kUniqueKeys);
}

std::vector<Parameter> Parameters() {
  std::vector<Parameter> parameters = RelationObjectParameters();
  parameters.push_back(
      TextParameter("side",
                    "the side whose tables are read; before the move, only the source has any")
          .Default("target")
          .OneOf({"source", "target"}));
  return parameters;
}

}  // namespace

Gate Definition() {
  return {
      .name = "unique_keys",
      .summary =
          "The keys of unique indexes have no duplicates, also if the index doesn't see them.",
      .meaning =
          "The unique index can't be built again, and a lookup by its key may find the wrong row.",
      .remedy = "Merge or delete the duplicate rows, then run REINDEX INDEX.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = Parameters(),
      .subjects = OneForEachRelation,
      .run = Run};
}

}  // namespace gonogo::unique_keys
