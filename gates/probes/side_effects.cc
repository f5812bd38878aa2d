// Each reading opens a session, so that its snapshot is new and it holds no lock while a probe
// runs.
#include "gates/probes/side_effects.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/subjects.h"
#include "sql/probes.h"

namespace gonogo {
namespace {

// The number of steps from one value to the other, or nothing if steps don't lead there.
// Differences of 64-bit numbers need 64 bits without a sign.
std::optional<std::uint64_t> Steps(std::int64_t from, std::int64_t to, std::int64_t step) {
  const bool rises = step > 0;
  if (rises ? to < from : to > from) return std::nullopt;
  const auto bits = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
  const std::uint64_t distance = rises ? bits(to) - bits(from) : bits(from) - bits(to);
  const std::uint64_t each = rises ? bits(step) : std::uint64_t{0} - bits(step);
  if (distance % each != 0) return std::nullopt;
  return distance / each;
}

std::string Describe(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : "not used";
}

// "advanced by 1", or "" if the value is the same.
std::string DescribeChange(const SequenceValue& before, const SequenceValue& after) {
  if (before.value == after.value) return "";
  if (before.value && after.value && before.increment == after.increment) {
    if (const auto steps = Steps(*before.value, *after.value, after.increment)) {
      return fmt::format("advanced by {}", *steps);
    }
  }
  return fmt::format("went from {} to {}", Describe(before.value), Describe(after.value));
}

}  // namespace

RelationContents ReadContents(Pair& pair, const Side& side,
                              const std::vector<std::string>& relations) {
  const auto session = pair.OpenFresh(side);
  const Cancellation::Registration registration(pair.cancellation(), *session);
  RelationContents contents;
  for (const std::string& relation : relations) {
    const Rows rows =
        QueryWritten(*session, sql::kConstraintProbeContents, RelationParameters(relation));
    const Row row = rows.Only();
    contents[relation] =
        fmt::format("{}, checksum {}", Counted(row.Integer("rows"), "row"), row.Text("checksum"));
  }
  return contents;
}

void RequireSameContents(const std::string& side, const RelationContents& before,
                         const RelationContents& after) {
  for (const auto& [relation, contents] : before) {
    if (after.at(relation) == contents) continue;
    throw DatabaseError(
        fmt::format("{}: {} changed while the probes ran, from {} to {}. The probes were rolled "
                    "back, so another session writes there: stop it, or leave the relation out of "
                    "\"relations\"",
                    side, relation, contents, after.at(relation)),
        "");
  }
}

SequenceValues ReadSequences(Pair& pair, const Side& side) {
  const auto session = pair.OpenFresh(side);
  const Cancellation::Registration registration(pair.cancellation(), *session);
  const Rows rows = session->Query(sql::kConstraintProbeSequences, {});
  SequenceValues sequences;
  for (const Row row : rows) {
    SequenceValue& one = sequences[QuotedName({row.Text("schema"), row.Text("name")})];
    one.increment = row.Integer("increment");
    one.may_look = row.Boolean("may_look");
    if (row.Maybe("value")) one.value = row.Integer("value");
  }
  return sequences;
}

std::vector<std::string> UsedSequenceNumbers(const SequenceValues& before,
                                             const SequenceValues& after) {
  std::vector<std::string> notes;
  std::int64_t hidden = 0;
  for (const auto& [name, now] : after) {
    const auto was = before.find(name);
    if (!now.may_look) ++hidden;
    if (was == before.end() || !was->second.may_look || !now.may_look) continue;
    const std::string change = DescribeChange(was->second, now);
    if (!change.empty()) notes.push_back(fmt::format("sequence {} {}", name, change));
  }
  if (hidden > 0) {
    notes.push_back(Counted(hidden, "sequence") + " that this role may not read may have advanced");
  }
  return notes;
}

}  // namespace gonogo
