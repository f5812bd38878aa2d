// sequence_exhaustion: no sequence, and no integer column that a sequence fills, is nearly
// exhausted.
#include "core/plan/gate.h"
#include "gates/objects/shared_findings.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::sequence_exhaustion {
namespace {

Outcome Run(const Inspection& in) {
  const std::vector<Value> values = {std::to_string(in.arguments.Integer("per_cent"))};
  const auto judge = [&](SideName side) {
    RequireReadable(in, side, in.plan);
    // A lock on a sequence lasts as long as the transaction, so this one ends at once.
    in.pair.SessionOf(side);
    return JudgeRows(in.pair.OpenFresh(in.pair.Of(side))->Query(sql::kSequenceExhaustion, values));
  };
  if (SideOf(in) == SideName::kTarget) return JudgeTarget(in, judge);
  Outcome outcome = judge(SideName::kSource);
  // The move changes nothing about it.
  for (Finding& finding : outcome.findings) finding.severity = Severity::kAdvisory;
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "sequence_exhaustion",
      .summary = "No sequence, and no integer column that a sequence fills, is nearly exhausted.",
      .meaning = "Inserts fail as soon as the sequence or its column reaches its last value.",
      .remedy =
          "Make column and sequence bigint with ALTER TABLE and ALTER SEQUENCE before the cutover.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {IntegerParameter("per_cent", "the used share, in per cent, that is too much")
                         .Default(80)
                         .AtLeast(1)},
      .subjects = OneForEachSide,
      .run = Run};
}

}  // namespace gonogo::sequence_exhaustion
