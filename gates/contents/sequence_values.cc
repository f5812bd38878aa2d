// sequence_values: no sequence of the target is behind the source's, also those that no column
// draws from: invoice numbers, codes of a function. The next value would be one that was used
// before. Ahead is allowed, because movers leave room on purpose.
#include <fmt/format.h>

#include <limits>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/exclusions.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::sequence_values {
namespace {

struct Position {
  std::int64_t next = 0;  // at most the type's limit
  std::int64_t increment = 1;
  std::int64_t minimum = 1;
  std::int64_t maximum = 1;
  bool cycles = false;
  bool called = false;

  bool rises() const { return increment > 0; }
};

using Positions = std::map<std::string, Position>;  // by QuotedName on the target

Position PositionOf(const Row& row, SideName side, const std::string& name) {
  if (!row.Maybe("position")) {
    throw DatabaseError(
        fmt::format("{}: this role can't read sequence {}; sql/grants/gonogo.sql grants what it "
                    "needs",
                    ToString(side), name),
        "42501");
  }
  const Json read = ParseJson(row.Text("position"));
  Position position{.next = read.at("last_value").get<std::int64_t>(),
                    .increment = row.Integer("increment"),
                    .minimum = row.Integer("minimum"),
                    .maximum = row.Integer("maximum"),
                    .cycles = row.Boolean("cycles"),
                    .called = read.at("is_called").get<bool>()};
  if (position.called &&
      __builtin_add_overflow(position.next, position.increment, &position.next)) {
    position.next = position.rises() ? std::numeric_limits<std::int64_t>::max()
                                     : std::numeric_limits<std::int64_t>::min();
  }
  return position;
}

// How many values lie between two positions of a sequence, which may be more than a signed integer
// holds.
std::uint64_t Distance(std::int64_t from, std::int64_t to) {
  return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

// Returns whether a sequence that is used in a cycle has begun its next round: then it is nearer to
// the other position forwards than backwards.
bool BeganAnotherRound(const Position& have, const Position& want) {
  if (!have.cycles || !have.called) return false;
  const std::uint64_t range = Distance(have.minimum, have.maximum);
  const std::uint64_t behind =
      have.rises() ? Distance(have.next, want.next) : Distance(want.next, have.next);
  return behind > range / 2;
}

bool IsBehind(const Position& have, const Position& want) {
  const bool lower = want.rises() ? have.next < want.next : have.next > want.next;
  return lower && !BeganAnotherRound(have, want);
}

Positions Read(const Inspection& in, SideName side, const Rows& rows) {
  const Exclusions exclusions(in.pair.SessionOf(side), in.plan);
  const Renaming& renaming = in.catalogue.renaming();
  Positions positions;
  for (const Row row : rows) {
    const std::string& schema = row.Text("schema");
    if (exclusions.Reason(row.Boolean("of_extension"), schema, row.Maybe("relation"))) continue;
    const bool is_source = side == SideName::kSource;
    const std::string name =
        QuotedName({is_source ? renaming.SchemaOnTarget(schema) : schema, row.Text("name")});
    positions.emplace(name, PositionOf(row, side, name));
  }
  return positions;
}

void Compare(const std::string& name, const Position& want, const Position* have,
             std::size_t& ahead, Outcome& outcome) {
  ++outcome.examined;
  const std::string subject = "sequence " + name;
  const std::string wanted =
      fmt::format("{} or {}, as on the source", want.next, want.rises() ? "more" : "less");
  if (have == nullptr) {
    outcome.findings.push_back(
        {subject, "none on the target", "one whose next value is " + wanted});
  } else if (IsBehind(*have, want)) {
    outcome.findings.push_back({subject, fmt::format("next value {}", have->next), wanted});
  } else if (have->next != want.next) {
    ++ahead;
  }
}

Outcome Run(const Inspection& in) {
  const BothRows rows = in.pair.QueryWritten(sql::kSequenceValues, {});
  const Positions source = Read(in, SideName::kSource, rows.source);
  const Positions target = Read(in, SideName::kTarget, rows.target);
  Outcome outcome{.examined = 1};  // the database: it may have no sequence
  std::size_t ahead = 0;
  for (const auto& [name, want] : source) {
    const auto have = target.find(name);
    Compare(name, want, have == target.end() ? nullptr : &have->second, ahead, outcome);
  }
  outcome.notes.push_back(fmt::format("{} of the source, {} ahead on the target",
                                      Counted(source.size(), "sequence"), ahead));
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "sequence_values",
          .summary = "No sequence of the target is behind the source's, whoever draws from it.",
          .meaning = "The target gives out numbers that the source has already given out, or none.",
          .remedy =
              "Run setval on the target after the last write to the source; create a missing "
              "sequence first.",
          .phases = {Phase::kGate, Phase::kCutover},
          .subjects = OneForTheDatabase,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::sequence_values
