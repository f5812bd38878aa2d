// sequence_exhaustion: no sequence, and no integer column that a sequence fills, is nearly
// exhausted.
#include "core/plan/gate.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::sequence_exhaustion {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kSequenceExhaustion,
                   {std::to_string(in.arguments.Integer("per_cent"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "sequence_exhaustion",
      .summary = "No sequence, and no integer column that a sequence fills, is nearly exhausted.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {IntegerParameter("per_cent", "the used share, in per cent, that is too much")
                         .Default(80)
                         .AtLeast(1)},
      .subjects = OneForEachSide,
      .run = Run};
}

}  // namespace gonogo::sequence_exhaustion
