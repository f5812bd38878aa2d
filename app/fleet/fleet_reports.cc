// Reads fleet.jsonl and verdict.json; `gonogo evidence verify` reads all that they rest on, too.
#include "app/fleet/fleet_reports.h"

#include "app/exit_status.h"
#include "app/fleet/fleet_conclusion.h"
#include "core/json/json_error.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/text_file.h"
#include "reporters/fleet/fleet_page.h"
#include "reporters/fleet/fleet_report.h"
#include "reporters/fleet/fleet_text.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string DoubtIn(const fs::path& folder, const FleetRecord& record,
                    const FleetVerdict& verdict) {
  if (IsBeingWritten(folder / kFleetLines)) return "the fleet's run goes on";
  if (!fs::exists(folder / "verdict.json")) return "the fleet's run broke off";
  try {
    RequireOwnFleetVerdict(record, verdict, ReadTextFile(folder / "verdict.json"));
    return "";
  } catch (const std::exception& error) {
    return "verdict.json: " + WhatIsWrong(error);
  }
}

std::string TextOf(const FleetReport& report, FleetForm form) {
  switch (form) {
    case FleetForm::kText:
      return FleetHeading(report.record.fleet, report.verdict.rehearsal, {}) +
             FleetVerdictLines(report, {});
    case FleetForm::kMarkdown:
      return FleetMarkdown(report);
    case FleetForm::kHtml:
      return FleetPage(report);
  }
  return "";
}

}  // namespace

FleetView ViewOfFleet(const fs::path& folder, FleetForm form) {
  std::string lines = ReadTextFile(folder / kFleetLines);
  lines.resize(lines.rfind('\n') + 1);  // without what is being written, or was cut off
  const FleetRecord record = ParseFleet(lines, (folder / kFleetLines).string());
  const FleetVerdict verdict = JudgeFleet(record);
  FleetReport report{.record = record, .verdict = verdict, .folder = folder.string()};
  if (std::string doubt = DoubtIn(folder, record, verdict); !doubt.empty()) {
    report.doubts.push_back(std::move(doubt));
  } else {
    report.finished = ParseRecord(ReadTextFile(folder / "verdict.json")).at("finished");
  }
  return {TextOf(report, form), ExitStatusOf(DecisionOf(report))};
}

}  // namespace gonogo
