// right_database: both sides answer, they are two different databases, each is the one that the
// plan means, and the target isn't older than the source.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"

namespace gonogo::right_database {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) return {{"target", ""}};
  return {{"source", ""}, {"target", ""}, {"pair", ""}};
}

// Throws the side's DatabaseError if it couldn't be opened.
const ServerIdentity& Identity(const Side& side) {
  RequireOpen(side);
  return *side.identity;
}

// What ties the side to one database.
std::string PinNote(const Side& side) {
  const std::vector<std::string> keys = KeysOf(side.endpoint.pin);
  if (keys.empty()) return "the plan pins no database: another one with these relations passes too";
  return side.identity->throw_away ? "a rehearsal: the plan's pin doesn't count for this server"
                                   : "pinned by " + Join(keys, ", ");
}

Outcome InspectSide(const Side& side, const Arguments& arguments) {
  const ServerIdentity& server = Identity(side);
  Outcome outcome{.examined = 1,
                  .findings = {},
                  .notes = {fmt::format("PostgreSQL {}, {}, {}", server.version, side.address,
                                        server.in_recovery ? "standby" : "primary"),
                            PinNote(side)}};
  const std::int64_t minimum = arguments.Integer("minimum_version");
  if (server.major() < minimum) {
    outcome.findings.push_back({side.name, "PostgreSQL " + server.version,
                                fmt::format("PostgreSQL {} or newer", minimum)});
  }
  if (server.in_recovery && !arguments.Boolean(side.name + "_may_be_standby")) {
    outcome.findings.push_back({side.name, "a standby", "a primary"});
  }
  return outcome;
}

Outcome PinOutcome(const Side& side) {
  Outcome outcome{.examined = 1};
  for (const Finding& finding : side.pin_findings) {
    outcome.findings.push_back({side.name + ": " + finding.subject, finding.have, finding.want});
  }
  return outcome;
}

Outcome InspectPair(Pair& pair) {
  const ServerIdentity& source = Identity(pair.Of(SideName::kSource));
  const ServerIdentity& target = Identity(pair.Of(SideName::kTarget));
  Outcome outcome{.examined = 2};
  if (pair.IsOneDatabase()) {
    outcome.findings.push_back(
        {"target", fmt::format("the source itself ({})", pair.Of(SideName::kTarget).address),
         "another database"});
  }
  if (target.major() < source.major()) {
    outcome.findings.push_back(
        {"target", "PostgreSQL " + target.version,
         fmt::format("PostgreSQL {} or newer, like the source", source.major())});
  }
  return outcome;
}

// Also requires that the role can read the plan's relations: otherwise it might be another
// database.
Outcome Run(const Inspection& in) {
  for (const SideName side : kBothSides) {
    if (in.subject.name != ToString(side)) continue;
    const Side& inspected = in.pair.Of(side);
    if (!inspected.pin_findings.empty()) return PinOutcome(inspected);
    RequireReadable(in, side, in.plan);
    return InspectSide(inspected, in.arguments);
  }
  RequireReadable(in, in.plan);
  return InspectPair(in.pair);
}

}  // namespace

Gate Definition() {
  return {
      .name = "right_database",
      .summary = "Source and target are two different databases, each the one that the plan means.",
      .meaning = "gonogo would judge a database, and the migration change one, that nobody meant.",
      .remedy =
          "Correct the connection's URL or the plan's pin; use a server that is new enough and a "
          "primary.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters =
          {IntegerParameter("minimum_version", "minimum major version of both sides").Default(13),
           BooleanParameter("source_may_be_standby", "whether the source may be a standby")
               .Default(false),
           BooleanParameter("target_may_be_standby", "whether the target may be a standby")
               .Default(false)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::right_database
