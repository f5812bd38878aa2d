// The databases are in it by name: a signature of a part of the fleet is none of the whole.
#include "app/sealing/fleet_predicates.h"

namespace gonogo {
namespace {

Json FleetPredicateOf(const FleetRecord& record, const FleetVerdict& verdict) {
  const FleetHeader& fleet = record.fleet;
  Json databases = Json::array();
  for (const DatabaseVerdict& one : verdict.databases) {
    databases.push_back({{"database", one.database},
                         {"verdict", one.text},
                         {"run", one.result == nullptr ? "" : one.result->evidence.run}});
  }
  return {{"run", fleet.run},
          {"tool", fleet.tool},
          {"plan", fleet.plan},
          {"plan_digest", fleet.plan_digest},
          {"verdict", verdict.text},
          {"go", verdict.decision == Decision::kGo},
          {"partial", verdict.partial},
          {"rehearsal", verdict.rehearsal},
          {"strict", fleet.strict},
          {"phases", fleet.phases},
          {"checks", fleet.checks},
          {"started", fleet.started},
          {"who", fleet.who},
          {"host", fleet.host},
          {"pipeline", fleet.pipeline},
          {"databases", std::move(databases)},
          {"chain", ToJson(record.chain)}};
}

Json FleetTestResultOf(const FleetRecord& record, const FleetVerdict& verdict) {
  const FleetHeader& fleet = record.fleet;
  Json json = {
      {"result", verdict.decision == Decision::kGo ? "PASSED" : "FAILED"},
      {"configuration", {{{"name", fleet.plan}, {"digest", {{"sha256", fleet.plan_digest}}}}}}};
  if (!fleet.pipeline.empty()) json["url"] = fleet.pipeline;
  json["passedTests"] = Json::array();
  json["warnedTests"] = Json::array();
  json["failedTests"] = Json::array();
  for (const DatabaseVerdict& one : verdict.databases) {
    json[one.decision == Decision::kGo ? "passedTests" : "failedTests"].push_back(one.database);
  }
  return json;
}

}  // namespace

Predicates PredicatesOf(const FleetRecord& record, const FleetVerdict& verdict) {
  return {{kFleetPredicate, FleetPredicateOf(record, verdict)},
          {kTestResultPredicate, FleetTestResultOf(record, verdict)}};
}

}  // namespace gonogo
