// sequence_exhaustion: no sequence, and no integer key that it feeds, is nearly used up.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kSequenceExhaustion,
                   {std::to_string(in.arguments.Integer("per_cent"))});
}

}  // namespace

Gate sequence_exhaustion() {
  return {.name = "sequence_exhaustion",
          .summary = "No sequence, nor the integer column that it feeds, is nearly used up.",
          .phases = {Phase::kPreflight, Phase::kGate},
          .parameters = {{.name = "per_cent",
                          .kind = Kind::kInteger,
                          .description = "the used share that is too much",
                          .default_value = "80",
                          .minimum = 1}},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo
