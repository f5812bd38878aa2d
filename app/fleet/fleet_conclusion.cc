// Nothing appears before all is written: what is killed before leaves nothing that says GO.
#include "app/fleet/fleet_conclusion.h"

#include <fmt/format.h>

#include <iostream>

#include "app/exit_status.h"
#include "app/sealing/fleet_predicates.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/record/clocks.h"
#include "fixtures/system/clock.h"
#include "reporters/fleet/fleet_annotations.h"
#include "reporters/fleet/fleet_junit.h"
#include "reporters/fleet/fleet_page.h"
#include "reporters/fleet/fleet_report.h"
#include "reporters/fleet/fleet_text.h"
#include "reporters/fleet/fleet_verdict_json.h"

namespace gonogo {

int ConcludeFleet(FleetRecord record, EvidenceFolder& folder, const RunOptions& options) {
  record.chain = folder.chain();
  const FleetVerdict verdict = JudgeFleet(record);
  const int status = ExitStatusOf(verdict.decision);
  const std::string finished = UtcNow();
  const FleetReport report{
      .record = record, .verdict = verdict, .finished = finished, .folder = folder.path().string()};
  const Json json = FleetVerdictJson(record, verdict, status, finished);
  PreparedFiles files;
  const std::string sums = folder.PrepareEnd(json,
                                             {{"junit/fleet.xml", FleetJunitXml(report)},
                                              {"report.html", FleetPage(report)},
                                              {"summary.md", FleetMarkdown(report)}},
                                             files);
  if (!options.sign_key.empty()) {
    PrepareSeal(KeyIn(options.sign_key), folder.path(), sums, PredicatesOf(record, verdict), files);
  }
  files.Appear();
  if (options.json) {
    std::cout << ToText(json, 2) << "\n";
  } else {
    std::cout << FleetVerdictLines(report, options.Style());
  }
  PrintAnnotations(FleetAnnotations(report), options.publish, options.json);
  return status;
}

void RequireOwnFleetVerdict(const FleetRecord& record, const FleetVerdict& verdict,
                            const std::string& text) {
  const Json given = ParseRecord(text);
  const std::string finished = given.at("finished");
  const Json own = FleetVerdictJson(record, verdict, ExitStatusOf(verdict.decision), finished);
  for (const auto& [key, value] : own.items()) {
    if (given.contains(key) && given.at(key) == value) continue;
    throw PlanError(
        fmt::format("\"{}\" isn't what follows from the lines in {}", key, kFleetLines));
  }
  if (text != ToText(own, 2) + "\n") throw PlanError("gonogo would write it otherwise");
  if (TimeBetween(record.fleet.started, finished) >= -kMostClockSkew) return;
  throw PlanError(fmt::format("the fleet's run ended at {}, before it began at {}", finished,
                              record.fleet.started));
}

}  // namespace gonogo
