// Each look has a session of its own, whose snapshot is of that moment.
#include "gates/probes/side_effects.h"

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/subjects.h"
#include "sql/probes.h"

namespace gonogo {
namespace {

std::map<std::string, SequenceValue> SequencesOf(Session& session) {
  const Rows rows = session.Query(sql::kConstraintProbeSequences, {});
  std::map<std::string, SequenceValue> sequences;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    SequenceValue& one = sequences[QuotedName({row.Text("schema"), row.Text("name")})];
    one.increment = row.Integer("increment");
    one.may_look = row.Boolean("may_look");
    if (row.Maybe("value")) one.value = row.Integer("value");
  }
  return sequences;
}

// How far `to` is from `from`, in steps; nothing where steps do not lead there. Differences of
// 64-bit numbers need 64 bits without a sign.
std::optional<std::uint64_t> Steps(std::int64_t from, std::int64_t to, std::int64_t step) {
  const bool rises = step > 0;
  if (rises ? to < from : to > from) return std::nullopt;
  const auto bits = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
  const std::uint64_t way = rises ? bits(to) - bits(from) : bits(from) - bits(to);
  const std::uint64_t each = rises ? bits(step) : std::uint64_t{0} - bits(step);
  if (way % each != 0) return std::nullopt;
  return way / each;
}

std::string Describe(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : "not used";
}

// "advanced by 1"; empty where it stands where it stood.
std::string Movement(const SequenceValue& before, const SequenceValue& after) {
  if (before.value == after.value) return "";
  if (before.value && after.value && before.increment == after.increment) {
    if (const auto steps = Steps(*before.value, *after.value, after.increment)) {
      return "advanced by " + std::to_string(*steps);
    }
  }
  return "went from " + Describe(before.value) + " to " + Describe(after.value);
}

}  // namespace

RelationContents ContentsOf(Pair& pair, const Side& side,
                            const std::vector<std::string>& relations) {
  const auto session = pair.OpenFresh(side);
  const Pair::CancelRegistration follower(pair, *session);
  RelationContents holdings{.relations = {}, .sequences = SequencesOf(*session)};
  for (const std::string& relation : relations) {
    const Rows rows =
        QueryWritten(*session, sql::kConstraintProbeContents, RelationParameters(relation));
    const Row row = rows.Only();
    holdings.relations[relation] =
        Counted(row.Integer("rows"), "row") + ", checksum " + row.Text("checksum");
  }
  return holdings;
}

void RequireSameContents(const std::string& side, const RelationContents& before,
                         const RelationContents& after) {
  for (const auto& [relation, held] : before.relations) {
    const std::string& holds = after.relations.at(relation);
    if (holds == held) continue;
    throw DatabaseError(side + ": " + relation + " changed while it was probed, from " + held +
                            " to " + holds +
                            "; the probe was rolled back, so somebody else writes there: stop "
                            "writers, or leave it out of \"relations\"",
                        "");
  }
}

std::vector<std::string> UsedSequenceNumbers(const RelationContents& before,
                                             const RelationContents& after) {
  std::vector<std::string> notes;
  std::int64_t hidden = 0;
  for (const auto& [name, now] : after.sequences) {
    const auto was = before.sequences.find(name);
    if (!now.may_look) ++hidden;
    if (was == before.sequences.end() || !was->second.may_look || !now.may_look) continue;
    const std::string movement = Movement(was->second, now);
    if (!movement.empty()) notes.push_back("sequence " + name + " " + movement);
  }
  if (hidden > 0) {
    notes.push_back(Counted(hidden, "sequence") +
                    " that this role may not look at may have advanced");
  }
  return notes;
}

}  // namespace gonogo
