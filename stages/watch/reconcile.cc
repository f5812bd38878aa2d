// The patch gets rows one by one, because all of them may not fit into memory.
#include "stages/watch/reconcile.h"

#include <fstream>
#include <stdexcept>

#include "compare/comparison.h"
#include "compare/patch.h"
#include "fixtures/system/interrupt.h"

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
    if (comparison.equal()) continue;
    found.rows += comparison.counts.sum();
    found.different.push_back(relation.source + ": " + Describe(comparison.counts));
  }
  std::ofstream file(path);
  patch.Write(pair.SessionOf(side), title, file);
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
  found.remarks = patch.remarks();
  return found;
}

}  // namespace gonogo
