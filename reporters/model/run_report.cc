// Derives from the evidence what all reports need.
#include "reporters/model/run_report.h"

#include <utility>

#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {

PlanFacts FactsOf(const Plan& plan) {
  PlanFacts facts{.file = plan.file,
                  .env_file = plan.env_file,
                  .summary = plan.summary,
                  .gates = {},
                  .places = {},
                  .exclusions = plan.exclusions,
                  .stages = {},
                  .has_fixture = !plan.fixture.empty(),
                  .window = plan.window_terms};
  for (const auto& [stage, arguments] : plan.stages) facts.stages.push_back(stage);
  for (const Check& check : plan.checks) {
    if (check.gate != nullptr) facts.gates[check.id] = check.gate->name;
    facts.places[check.id] = check.location;
  }
  return facts;
}

bool RunReport::IsGo() const { return DecisionOf(*this) == Decision::kGo; }

RunReport ReportOn(Evidence evidence) {
  RunReport report{.evidence = std::move(evidence)};
  report.verdict = Judge(report.evidence);
  report.groups = GroupsOf(report.evidence);
  return report;
}

std::vector<DriftRound> ParseDrift(const std::string& lines) {
  std::vector<DriftRound> rounds;
  for (const std::string& text : Split(lines, '\n')) {
    const Json line = TryParseJson(text);
    if (!line.is_object() || !line.contains("round") || !line.contains("drift")) continue;
    DriftRound round{.number = line.value("round", std::int64_t{0}),
                     .at = line.value("at", ""),
                     .compared = line.value("compared", std::int64_t{0})};
    for (const Json& relation : line.at("drift")) {
      for (const char* kind : {"missing", "extra", "different"}) {
        round.differ += relation.value(kind, std::int64_t{0});
      }
      round.lagged += relation.value("lagged", std::int64_t{0});
      if (relation.contains("error")) ++round.errors;
    }
    rounds.push_back(round);
  }
  return rounds;
}

std::string GateNameOf(const RunReport& report, const std::string& check) {
  const auto& about = report.evidence.run.about;
  if (const auto known = about.find(check); known != about.end()) return known->second.gate;
  const auto planned = report.plan.gates.find(check);
  return planned == report.plan.gates.end() ? "" : planned->second;
}

Decision DecisionOf(const RunReport& report) {
  if (!report.doubts.empty() || report.underway) return Decision::kUndecided;
  if (!report.stage || report.stage->outcome == DecisionName(Decision::kGo)) {
    return report.verdict.decision;
  }
  const bool is_no_go = report.stage->outcome == DecisionName(Decision::kNoGo);
  return is_no_go ? Decision::kNoGo : Decision::kUndecided;
}

std::string HeadlineOf(const RunReport& report) {
  if (!report.doubts.empty()) return "NO VERDICT";
  if (report.underway) return report.underway->headline;
  if (report.stage && report.stage->outcome != DecisionName(Decision::kGo)) {
    return report.stage->outcome;
  }
  return DecisionText(report.verdict, report.evidence.run);
}

std::map<std::string, Status> StatusesOf(const Evidence& evidence) {
  std::map<std::string, Status> statuses;
  for (const DeclaredCase& one : evidence.run.declared) statuses[one.name()] = Status::kNotRun;
  for (const CaseResult& one : evidence.cases) {
    statuses[one.name()] = StatusOf(one, evidence.run);
  }
  return statuses;
}

RedSince RedSinceOf(const Evidence& evidence, const EarlierRun* earlier) {
  const auto statuses = StatusesOf(evidence);
  RedSince red;
  for (const DeclaredCase& one : evidence.run.declared) {
    const std::string name = one.name();
    const Status status = statuses.at(name);
    if (status == Status::kPass || status == Status::kWaived) continue;
    if (!Decides(one.severity, evidence.run.strict)) continue;
    const bool was_red = earlier != nullptr && earlier->red.contains(name);
    red[name] = was_red ? earlier->red.at(name) : evidence.run.started;
  }
  return red;
}

}  // namespace gonogo
