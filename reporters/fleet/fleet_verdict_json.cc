// Everything follows from the lines of fleet.jsonl, except when it was written.
#include "reporters/fleet/fleet_verdict_json.h"

namespace gonogo {
namespace {

Json DatabaseJson(const DatabaseVerdict& one) {
  Json json = {{"database", one.database},
               {"verdict", one.decision == Decision::kGo ? "GO" : "NO-GO"},
               {"text", one.text},
               {"decided", one.decision != Decision::kUndecided},
               {"reasons", one.reasons}};
  if (one.result == nullptr) return json;
  json["run"] = one.result->evidence.run;
  json["exit_status"] = one.result->exit_status;
  return json;
}

}  // namespace

Json FleetVerdictJson(const FleetRecord& record, const FleetVerdict& verdict, int exit_status,
                      const std::string& finished) {
  const FleetHeader& fleet = record.fleet;
  Json databases = Json::array();
  for (const DatabaseVerdict& one : verdict.databases) databases.push_back(DatabaseJson(one));
  return {{"verdict", verdict.decision == Decision::kGo ? "GO" : "NO-GO"},
          {"text", verdict.text},
          {"partial", verdict.partial},
          {"decided", verdict.decision != Decision::kUndecided},
          {"exit_status", exit_status},
          {"rehearsal", verdict.rehearsal},
          {"strict", fleet.strict},
          {"phases", fleet.phases},
          {"checks", fleet.checks},
          {"reasons", verdict.Reasons()},
          {"remarks", verdict.remarks},
          {"counts",
           {{"rows", fleet.rows},
            {"selected", fleet.databases.size()},
            {"go", verdict.go},
            {"no_go", verdict.no_go},
            {"not_judged", verdict.undecided}}},
          {"databases", std::move(databases)},
          {"fleet", fleet.file},
          {"run", fleet.run},
          {"tool", fleet.tool},
          {"plan", fleet.plan},
          {"plan_digest", fleet.plan_digest},
          {"started", fleet.started},
          {"finished", finished},
          {"who", fleet.who},
          {"host", fleet.host},
          {"pipeline", fleet.pipeline},
          {"chain", ToJson(record.chain)}};
}

}  // namespace gonogo
