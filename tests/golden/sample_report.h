// The report on the made-up run of sample_run.h, with everything that a page can show.
#pragma once

#include <string>

#include "reporters/model/run_report.h"
#include "tests/golden/sample_run.h"

namespace gonogo {

inline Ledger SampleLedger() {
  const auto line = [](LedgerEvent event, Phase stage, const std::string& step, int seconds,
                       const Json& details) {
    return LedgerLine{.event = event,
                      .stage = stage,
                      .step = step,
                      .at = "2026-01-02T03:0" + std::to_string(seconds / 60) + ":" +
                            std::to_string(10 + seconds % 50) + ".000Z",
                      .offset = std::chrono::seconds(seconds),
                      .details = details};
  };
  return {.lines = {
              line(LedgerEvent::kStageBegan, Phase::kSchema, "", 0, {{"plan", "moving"}}),
              line(LedgerEvent::kStepBegan, Phase::kSchema, "migrate", 1, Json::object()),
              line(LedgerEvent::kStepDone, Phase::kSchema, "migrate", 31, {{"status", 1}}),
              line(LedgerEvent::kStepBegan, Phase::kSchema, "too short to see", 32, Json::object()),
              line(LedgerEvent::kStepDone, Phase::kSchema, "too short to see", 32, Json::object()),
              line(LedgerEvent::kStageEnded, Phase::kSchema, "", 40,
                   {{"outcome", "NO-GO"}, {"evidence", "runs/1"}, {"cases", {{"passed", 3}}}}),
              line(LedgerEvent::kStageBegan, Phase::kGate, "", 60, {{"waited_ms", 2500}})}};
}

// A gate whose texts the reports show. The others of the run are unknown, as those of another
// version are.
inline std::span<const Gate> SampleGates() {
  static const std::vector<Gate> gates = {{.name = "row_count",
                                           .summary = "",
                                           .meaning = "Rows were lost or added on the way.",
                                           .remedy = "Find them with gonogo diff.",
                                           .phases = {},
                                           .parameters = {},
                                           .subjects = nullptr,
                                           .run = nullptr}};
  return gates;
}

inline RunReport SampleReport() {
  RunReport report = ReportOn({.run = SampleHeader(), .cases = SampleCases()});
  report.evidence.run.planned = 20;
  report.evidence.run.checks = {"row_count", "comments"};
  report.evidence.run.files = {{"queries/one.sql", "9f86d081"}};
  report.evidence.cases.front().outcome.measured = {{"relation", "public.users"},
                                                    {"method", "exact"},
                                                    {"source_rows", 1234567},
                                                    {"target_rows", 1234565}};
  report.finished = "2026-01-02T03:04:15.000Z";
  report.finished_here = "2026-01-02 04:04:15 CET";
  report.folder = "evidence/20260102T030405Z-0001";
  report.files = {{.name = "evidence.jsonl", .bytes = 4711, .sha256 = "2c26b46b"}};
  report.plan = {.file = "plans/moving day.json",
                 .summary = "The users move.",
                 .gates = {},
                 .places = {{"row_count", {"plans/moving day.json", 59}}},
                 .exclusions = {{.relation = "public.cache", .schema = "", .reason = "derived"}},
                 .stages = {Phase::kSchema, Phase::kVerify, Phase::kGate},
                 .has_fixture = true};
  report.gate_table = SampleGates();
  report.ledger = SampleLedger();
  report.evidence.run.window = Window{"2026-01-02T03:00:00.000Z", "2026-01-02T05:00:00.000Z"};
  report.left = {Phase::kVerify, Phase::kGate, Phase::kFinalize};
  report.rehearsed = RehearsedTimes{.unknown = "",
                                    .ledger = "rehearsal/ledger.jsonl",
                                    .at = "2026-01-01T12:00:00.000Z",
                                    .counts = {{Phase::kVerify, std::chrono::minutes(20)},
                                               {Phase::kGate, std::chrono::seconds(90)},
                                               {Phase::kRollback, std::chrono::minutes(12)}}};
  report.drift = {{.number = 1, .at = "2026-01-02T03:00:00.000Z", .compared = 3, .differ = 2},
                  {.number = 2, .at = "2026-01-02T03:01:00.000Z", .compared = 3, .lagged = 1}};
  report.earlier = EarlierRun{.run = "20260101T030405Z-0001",
                              .started = "2026-01-01T03:04:05.000Z",
                              .text = "NO-GO",
                              .cases = {"row_count.public.users", "row_count.public.keys",
                                        "enum_order.public.status", "old.public.gone"},
                              .red = {{"row_count.public.keys", "2025-12-31T23:00:00.000Z"},
                                      {"row_count.public.users", "2026-01-01T03:04:05.000Z"}}};
  return report;
}

}  // namespace gonogo
