// right_database: both sides answer, they are two databases and not one, each is what the plan
// takes it for, and the target is no older than the source.
#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/read_privilege.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments&) {
  if (!plan.has_source()) return {{"target", ""}};
  return {{"source", ""}, {"target", ""}, {"pair", ""}};
}

const ServerIdentity& Identity(const Side& side) {
  if (side.failure) throw DatabaseError(*side.failure);
  return *side.identity;
}

Outcome InspectSide(const Side& side, const Arguments& arguments) {
  const ServerIdentity& server = Identity(side);
  Outcome outcome{.examined = 1,
                  .findings = {},
                  .notes = {"PostgreSQL " + server.version + ", " + side.address +
                            (server.in_recovery ? ", standby" : ", primary")}};
  const std::int64_t minimum = arguments.Integer("minimum_version");
  if (server.major() < minimum) {
    outcome.findings.push_back({side.name, "PostgreSQL " + server.version,
                                "PostgreSQL " + std::to_string(minimum) + " or newer"});
  }
  if (server.in_recovery && !arguments.Boolean(side.name + "_may_be_standby")) {
    outcome.findings.push_back({side.name, "a standby", "a primary"});
  }
  return outcome;
}

Outcome InspectPair(Pair& pair) {
  const ServerIdentity& source = Identity(pair.source_side());
  const ServerIdentity& target = Identity(pair.target_side());
  Outcome outcome{.examined = 2};
  if (pair.IsOneDatabase()) {
    outcome.findings.push_back(
        {"target", "the source itself (" + pair.target_side().address + ")", "another database"});
  }
  if (target.major() < source.major()) {
    outcome.findings.push_back(
        {"target", "PostgreSQL " + target.version,
         "PostgreSQL " + std::to_string(source.major()) + " or newer, as the source is"});
  }
  return outcome;
}

// A database whose relations this role may not read cannot be told to be the one that is meant.
Outcome Run(const Inspection& in) {
  const Side& source = in.pair.source_side();
  const Side& target = in.pair.target_side();
  if (in.subject.name == "source") {
    RequireReadableSource(in.pair, in.plan);
    return InspectSide(source, in.arguments);
  }
  if (in.subject.name == "target") {
    RequireReadableTarget(in.pair, in.plan);
    return InspectSide(target, in.arguments);
  }
  RequireReadable(in.pair, in.plan);
  return InspectPair(in.pair);
}

}  // namespace

Gate right_database() {
  return {
      .name = "right_database",
      .summary = "Source and target are two databases, each the one that the plan means.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters =
          {IntegerParameter("minimum_version", "oldest major version of either side").Default(13),
           BooleanParameter("source_may_be_standby", "whether the source may be in recovery")
               .Default(false),
           BooleanParameter("target_may_be_standby", "whether the target may be in recovery")
               .Default(false)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
