// The page has the style of a run's page, and no script.
#include "reporters/fleet/fleet_page.h"

#include <fmt/format.h>

#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "reporters/html/page_files.h"
#include "reporters/html/template.h"
#include "reporters/html/verdict_icon.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

std::string ToneOf(Decision decision) {
  return decision == Decision::kGo ? "go" : decision == Decision::kNoGo ? "nogo" : "unsure";
}

std::string LeadOf(const FleetReport& report) {
  if (!report.doubts.empty()) {
    return fmt::format("No verdict: {}. The page shows what was seen.",
                       Shown(report.doubts.front(), 300));
  }
  return CountsOf(report.verdict) + ".";
}

std::string TookBetween(const std::string& began, const std::string& ended) {
  const auto from = ParseUtc(began);
  const auto until = ParseUtc(ended);
  return from && until && *until >= *from ? Took(*until - *from) : "";
}

Json FactsOf(const FleetReport& report) {
  const FleetHeader& fleet = report.record.fleet;
  Json facts = Json::array();
  const auto add = [&](const char* label, const std::string& value, const std::string& code) {
    if (value.empty() && code.empty()) return;
    facts.push_back({{"label", label}, {"value", value}, {"code", code}});
  };
  add("fleet", "", Shown(fleet.file, 200));
  add("phase", fleet.phases.empty() ? "all" : Join(fleet.phases, ", "), "");
  if (!fleet.checks.empty()) add("checks", Shown(Join(fleet.checks, ", "), 200), "");
  if (fleet.strict) add("strict", "advisory findings decide", "");
  add("began", ShownTime(fleet.started), "");
  add("took", TookBetween(fleet.started, report.finished), "");
  add("by", Shown(fleet.who + " on " + fleet.host, 200), "");
  add("plan", "sha256", fleet.plan_digest.substr(0, 12));
  add("run", "", fleet.run);
  return facts;
}

Json RowOf(const DatabaseVerdict& one) {
  const bool is_go = one.decision == Decision::kGo;
  Json row = {{"class", is_go                             ? ""
                        : one.decision == Decision::kNoGo ? "f"
                                                          : "unsure"},
              {"database", one.database},
              {"verdict", one.text},
              {"why", InOneLine(ReasonOf(one), 400)}};
  if (one.result == nullptr) return row;
  const DatabaseEvidence& evidence = one.result->evidence;
  if (!evidence.text.empty()) row["href"] = FolderOf(one.database) + "/report.html";
  row["cases"] = evidence.cases == 0 ? "" : Thousands(evidence.cases);
  row["passed"] = evidence.cases == 0 ? "" : Thousands(evidence.passed);
  row["waived"] = evidence.waived == 0 ? "" : Thousands(evidence.waived);
  row["took"] = TookBetween(evidence.started, evidence.finished);
  row["target"] = Shown(evidence.address, 200);
  return row;
}

Json LinesOf(const std::vector<std::string>& lines) {
  Json list = Json::array();
  for (const std::string& one : lines) list.push_back({{"line", InOneLine(one)}});
  return list;
}

}  // namespace

std::string FleetPage(const FleetReport& report) {
  const FleetHeader& fleet = report.record.fleet;
  const std::string tone = ToneOf(DecisionOf(report));
  Json rows = Json::array();
  for (const DatabaseVerdict* one : WorstFirst(report.verdict)) rows.push_back(RowOf(*one));
  std::vector<std::string> reasons = report.doubts;
  const auto& of_fleet = report.verdict.fleet_reasons;
  reasons.insert(reasons.end(), of_fleet.begin(), of_fleet.end());
  Json data = {{"policy", fmt::format("default-src 'none'; style-src '{}'; img-src data:; base-uri "
                                      "'none'; form-action 'none'",
                                      PolicySourceOf(kPageStyle))},
               {"style", kPageStyle},
               {"icon", VerdictIcon(tone)},
               {"tone", tone},
               {"tool", fleet.tool},
               {"kind", report.verdict.rehearsal
                            ? "Fleet, with rehearsals on throw-away servers: not release evidence"
                            : "Fleet"},
               {"headline", HeadlineOf(report)},
               {"plan", Shown(fleet.plan, 200)},
               {"lead", LeadOf(report)},
               {"facts", FactsOf(report)},
               {"reasons", LinesOf(reasons)},
               {"has_reasons", !reasons.empty()},
               {"remarks", LinesOf(report.verdict.remarks)},
               {"has_remarks", !report.verdict.remarks.empty()},
               {"command", Shown(CommandThatRunsAgain(report), 4000)},
               {"rows", std::move(rows)}};
  return Rendered(kFleetTemplate, data);
}

}  // namespace gonogo
