// pooler_mode: the pooler works in the mode that the plan declares, keeps the session state that
// applications rely on, and leads to the right database.
#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/suggestion.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo::pooler_mode {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.connections.contains("pooler")) {
    throw PlanError("\"connections\" has no \"pooler\"");
  }
  std::vector<Subject> subjects = {{"mode", ""}, {"destination", ""}};
  for (const std::string& feature : arguments.Texts("relies_on")) {
    if (std::find(kSessionFeatures.begin(), kSessionFeatures.end(), feature) ==
        kSessionFeatures.end()) {
      throw PlanError(fmt::format("\"relies_on\" can't be \"{}\"{}", feature,
                                  Suggestion(feature, kSessionFeatures)));
    }
    subjects.push_back({feature, ""});
  }
  return subjects;
}

Outcome InspectMode(const Inspection& in) {
  const PoolerBehaviour& pooler = in.pair.pooler().Behaviour();
  Outcome outcome{.examined = 1, .findings = {}, .notes = {in.pair.pooler().Address()}};
  outcome.notes.insert(outcome.notes.end(), pooler.notes.begin(), pooler.notes.end());
  const std::string wanted = in.arguments.Text("mode");
  if (pooler.mode != wanted) {
    outcome.findings.push_back({"mode", pooler.mode + ": " + pooler.reason, wanted});
  }
  return outcome;
}

// Checks that a feature lasts as long as its client and isn't shared. Throws DatabaseError if it
// lasted in transaction mode: the client may have got the same backend again by chance.
Outcome InspectFeature(const Inspection& in) {
  const PoolerBehaviour& pooler = in.pair.pooler().Behaviour();
  const FeatureObservation& feature = pooler.features.at(in.subject.name);
  const std::string mode = "mode " + pooler.mode + ": " + pooler.reason;
  if (pooler.mode == "transaction" && feature.IsKept()) {
    throw DatabaseError(
        fmt::format("pooler: {} was kept, but in transaction mode the client may have got the same "
                    "backend by chance ({})",
                    in.subject.name, mode),
        "");
  }
  Outcome outcome{.examined = 1, .findings = {}, .notes = {mode}};
  const bool by_statement = pooler.mode == "statement";
  if (by_statement || !feature.IsKept()) {
    outcome.findings.push_back({in.subject.name,
                                by_statement ? mode : "what a client leaves " + Describe(feature),
                                "kept while the client is connected, and not shared"});
  }
  return outcome;
}

Outcome InspectDestination(const Inspection& in) {
  const SideName wanted =
      in.arguments.Text("leads_to") == "source" ? SideName::kSource : SideName::kTarget;
  Session& session = in.pair.SessionOf(wanted);
  const Side& side = in.pair.Of(wanted);
  const bool leads_there = in.pair.pooler().LeadsTo(session, *side.identity);
  const std::string address = in.pair.pooler().Address();
  Outcome outcome{.examined = 1, .findings = {}, .notes = {address}};
  if (!leads_there) {
    outcome.findings.push_back({"destination", fmt::format("another database ({})", address),
                                fmt::format("the {} ({})", ToString(wanted), side.address)});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  if (in.subject.name == "mode") return InspectMode(in);
  return in.subject.name == "destination" ? InspectDestination(in) : InspectFeature(in);
}

}  // namespace

Gate Definition() {
  return {
      .name = "pooler_mode",
      .summary =
          "The pooler works in the mode that the plan declares, and leads to the right database.",
      .meaning =
          "Settings, locks or prepared statements get lost, or clients reach another database.",
      .remedy =
          "Correct pool_mode and the database in the pooler's configuration, or the parameter "
          "mode.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {TextParameter("mode",
                                   "the mode it must have; direct: there must not be a pooler")
                         .Required()
                         .OneOf({"direct", "session", "transaction", "statement"}),
                     TextListParameter("relies_on",
                                       "what must last from one statement of a client to the next: "
                                       "prepared_statements (by SQL), session_locks, "
                                       "session_settings")
                         .DefaultEmpty(),
                     TextParameter("leads_to", "the side to whose database it must lead")
                         .Default("target")
                         .OneOf({"source", "target"})},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::pooler_mode
