// row_checksum: every column of every row is the same on both sides, compared as values, not as `=`
// sees them; and where they are not, which rows and columns differ.
#include "core/plan/gate.h"
#include "gates/contents/content_comparison.h"

namespace gonogo {

Gate row_checksum() {
  return {.name = "row_checksum",
          .summary = "Every value of every row is the same on both sides.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = ContentParameters(),
          .subjects = ContentSubjects,
          .run = ContentOutcome};
}

}  // namespace gonogo
