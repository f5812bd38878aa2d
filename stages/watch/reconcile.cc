// Rows go from the comparison into the patch one by one: there may be more than memory holds.
#include "stages/watch/reconcile.h"

#include <fstream>
#include <stdexcept>

#include "compare/comparison.h"
#include "compare/patch.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {

Reconciliation WritePatch(Pair& pair, const std::vector<ComparedRelation>& relations,
                          PatchTarget towards, const Effort& effort, const std::string& title,
                          const std::filesystem::path& path) {
  const bool on_target = towards == PatchTarget::kTarget;
  const OnInterrupt cancel([&pair] { pair.Cancel(); });
  Comparer comparer(pair, relations, effort);
  Patch patch(on_target);
  Reconciliation found;
  for (const ComparedRelation& relation : relations) {
    ThrowIfInterrupted();
    patch.Begin(on_target ? comparer.TargetShape(relation) : comparer.SourceShape(relation));
    const Comparison comparison = comparer.Compare(
        relation, {.each = [&patch](const Comparison& compared, const RowDifference& row) {
          patch.Add(compared, row);
        }});
    if (comparison.equal()) continue;
    found.rows += comparison.counts.sum();
    found.different.push_back(relation.source + ": " + Describe(comparison.counts));
  }
  std::ofstream file(path);
  patch.Write(on_target ? pair.Target() : pair.Source(), title, file);
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
  found.remarks = patch.remarks();
  return found;
}

}  // namespace gonogo
