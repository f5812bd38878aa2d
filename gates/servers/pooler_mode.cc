// pooler_mode: the pooler that applications are to use works in the mode that the plan declares,
// keeps what they rely on, and leads to the database that is meant.
#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/suggestion.h"
#include "gates/inspection.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.connections.contains("pooler")) {
    throw PlanError("\"connections\" names no \"pooler\"");
  }
  std::vector<Subject> subjects = {{"mode", ""}, {"destination", ""}};
  for (const std::string& feature : arguments.Texts("relies_on")) {
    if (std::find(kPooledFeatures.begin(), kPooledFeatures.end(), feature) ==
        kPooledFeatures.end()) {
      throw PlanError("\"relies_on\" cannot be \"" + feature + "\"" +
                      Suggestion(feature, kPooledFeatures));
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

// Whether it holds what a client leaves on its session. What was met again by chance, where server
// processes change hands, does so until it does not.
Outcome InspectFeature(const Inspection& in) {
  const PoolerBehaviour& pooler = in.pair.pooler().Behaviour();
  const FeatureSeen& feature = pooler.features.at(in.subject.name);
  const std::string mode = "mode " + pooler.mode + ": " + pooler.reason;
  if (pooler.mode == "transaction" && feature.Holds()) {
    throw DatabaseError(
        "pooler: " + in.subject.name + " held, but perhaps by chance (" + mode + ")", "");
  }
  Outcome outcome{.examined = 1, .findings = {}, .notes = {mode}};
  const bool by_statement = pooler.mode == "statement";
  if (by_statement || !feature.Holds()) {
    outcome.findings.push_back({in.subject.name,
                                by_statement ? mode : "what a client leaves " + Describe(feature),
                                "it holds while the client is connected, and for no other"});
  }
  return outcome;
}

Outcome InspectDestination(const Inspection& in) {
  const std::string wanted = in.arguments.Text("leads_to");
  const bool is_source = wanted == "source";
  Session& session = is_source ? in.pair.Source() : in.pair.Target();
  const Side& side = is_source ? in.pair.source_side() : in.pair.target_side();
  const bool leads_there = in.pair.pooler().LeadsTo(session, *side.identity);
  const std::string address = in.pair.pooler().Address();
  Outcome outcome{.examined = 1, .findings = {}, .notes = {address}};
  if (!leads_there) {
    outcome.findings.push_back({"destination", "another database (" + address + ")",
                                "the " + wanted + " (" + side.address + ")"});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  if (in.subject.name == "mode") return InspectMode(in);
  return in.subject.name == "destination" ? InspectDestination(in) : InspectFeature(in);
}

}  // namespace

Gate pooler_mode() {
  return {
      .name = "pooler_mode",
      .summary = "The pooler works in the mode that the plan declares, and leads to the target.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {TextParameter("mode", "how it must behave; direct: there must be none")
                         .Required()
                         .OneOf({"direct", "session", "transaction", "statement"}),
                     TextListParameter("relies_on",
                                       "what must hold from one statement of a client to its next: "
                                       "prepared_statements (by SQL), session_locks, "
                                       "session_settings")
                         .DefaultEmpty(),
                     TextParameter("leads_to", "the side whose database it must lead to")
                         .Default("target")
                         .OneOf({"source", "target"})},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
