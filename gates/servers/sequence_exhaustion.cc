// sequence_exhaustion: no sequence, and no integer column that a sequence fills, is nearly
// exhausted.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/plan/gate.h"
#include "gates/objects/shared_findings.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::sequence_exhaustion {
namespace {

// A lock on a sequence lasts as long as the transaction, and a server with 20 connections and the
// default of max_locks_per_transaction has room for 1,280. So each page has a session of its own.
constexpr std::size_t kPage = 1000;

Rows AllSequences(const Inspection& in, SideName side) {
  const std::string per_cent = std::to_string(in.arguments.Integer("per_cent"));
  std::string last_object;
  Rows all, page;
  do {
    page = in.pair.OpenFresh(in.pair.Of(side))
               ->Query(sql::kSequenceExhaustion, {per_cent, last_object, std::to_string(kPage)});
    if (!page.empty()) last_object = page[page.size() - 1].Text("object");
    all.columns = page.columns;
    std::move(page.values.begin(), page.values.end(), std::back_inserter(all.values));
  } while (page.size() == kPage);
  return all;
}

Outcome Run(const Inspection& in) {
  const auto judge = [&](SideName side) {
    RequireReadable(in, side, in.plan);
    in.pair.SessionOf(side);  // throws if the side could not be opened
    return JudgeRows(AllSequences(in, side));
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
