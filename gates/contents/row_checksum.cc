// row_checksum: compares every column of every row, and lists the rows and columns that differ.
// Compares the values themselves, not by the operator =.
#include "core/plan/gate.h"
#include "gates/contents/content_comparison.h"

namespace gonogo::row_checksum {

Gate Definition() {
  return {
      .name = "row_checksum",
      .summary = "Every value of every row is the same on both sides.",
      .meaning =
          "Rows were lost, added or changed: the application works with other data than before.",
      .remedy =
          "See the rows with gonogo diff, then copy them again or apply the SQL that its --patch "
          "writes.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = ContentParameters(),
      .subjects = ContentSubjects,
      .run = CompareContents,
      .rows_seen = [](const Arguments&) { return RowsSeen::kAll; }};
}

}  // namespace gonogo::row_checksum
