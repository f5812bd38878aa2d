// The patch gets rows one by one, because all of them may not fit into memory.
#include "stages/watch/reconcile.h"

#include "compare/comparison.h"
#include "compare/patch.h"
#include "core/error.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/private_file.h"

namespace gonogo {

Reconciliation WritePatch(Pair& pair, const std::vector<ComparedRelation>& relations, SideName side,
                          const Effort& effort, const std::string& title,
                          const std::filesystem::path& path) {
  const OnInterrupt cancel([&pair] { pair.Cancel(); });
  Comparer comparer(pair, relations, effort);
  Patch patch(side);
  Reconciliation found;
  for (const ComparedRelation& relation : relations) {
    ThrowIfInterrupted();
    patch.Begin(comparer.Shape(side, relation));
    const Comparison comparison = comparer.Compare(
        relation, {.each = [&patch](const Comparison& compared, const RowDifference& row) {
          patch.Add(compared, row);
        }});
    if (comparison.selects_nothing) {
      throw DatabaseError(relation.source + ": \"where\" selects none of its rows", "");
    }
    if (comparison.equal()) continue;
    found.rows += comparison.counts.sum();
    found.different.push_back(relation.source + ": " + Describe(comparison.counts));
  }
  WritePrivateFile(path, [&](std::ostream& out) { patch.Write(pair.SessionOf(side), title, out); });
  found.remarks = patch.remarks();
  return found;
}

}  // namespace gonogo
