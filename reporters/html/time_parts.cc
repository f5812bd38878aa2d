// Draws bars as SVG with attributes, which needs no style and no script.
#include "reporters/html/time_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/tables.h"

namespace gonogo {
namespace {

constexpr std::int64_t kWidth = 1000;        // of a bar's picture
constexpr std::size_t kMostStretches = 400;  // of the timeline
constexpr std::size_t kMostRounds = 400;

// Only the page of the whole migration lists the stages; it lies beside their runs.
std::string PageIn(const std::string& folder) {
  return folder.empty() || folder.front() == '/' ? "" : folder + "/report.html";
}

// Returns the page of the checks at the end of the stage, or else of those that a command of it ran
// last.
std::string PageOf(const LedgerLine& began, const LedgerLine& ended, const LedgerLine& result) {
  std::string page = PageIn(result.details.value("evidence", ""));
  for (const LedgerLine* line = &ended; page.empty() && line != &began; --line) {
    const bool is_done = line->event == LedgerEvent::kStepDone && line->stage == began.stage;
    if (is_done && line->details.is_object()) page = PageIn(line->details.value("evidence", ""));
  }
  return page;
}

std::string CasesText(const LedgerLine& result) {
  const Json cases = result.details.value("cases", Json::object());
  std::int64_t all = 0;
  for (const Json& count : cases) all += count.get<std::int64_t>();
  return all == 0 ? "checks" : Counted(all, "case");
}

std::string ClassOf(const std::string& outcome) {
  if (outcome.empty() || outcome == DecisionName(Decision::kGo)) return "";
  return outcome == DecisionName(Decision::kNoGo) || outcome == "failed" ? "f" : "unsure";
}

Json RowOfStage(const Ledger& ledger, Phase phase) {
  Json row = {{"stage", PhaseName(phase)},
              {"class", ""},
              {"outcome", "not done"},
              {"offset", ""},
              {"took", ""},
              {"href", false},
              {"href_text", ""}};
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, phase);
  if (began == nullptr) return row;
  row["offset"] = "+" + Took(began->offset);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, phase);
  const LedgerLine* const result = ledger.LastResult(phase);
  if (ended == nullptr || ended < began) {
    row.update({{"outcome", "has not ended"}, {"class", "unsure"}});
    return row;
  }
  const std::string outcome = result->details.value("outcome", "");
  row.update({{"outcome", outcome},
              {"class", ClassOf(outcome)},
              {"took", Took(ended->offset - began->offset)},
              {"href", PageOf(*began, *ended, *result)},
              {"href_text", CasesText(*result)}});
  return row;
}

std::int64_t Scaled(std::chrono::milliseconds time, std::chrono::milliseconds whole) {
  return whole.count() <= 0 ? 0 : kWidth * time.count() / whole.count();
}

Json RowOfStretch(const Stretch& one, std::chrono::milliseconds whole) {
  const std::string stage = PhaseName(one.stage) + (one.is_look ? ", look" : "");
  const std::string color = ClassOf(one.outcome);
  const std::string level = one.step.empty() ? "whole" : "step";
  return {{"class", color.empty() ? level : level + " " + color},
          {"offset", "+" + Took(one.begin)},
          {"what", one.step.empty() ? stage : Shown(one.step, 200)},
          {"took", Took(one.end - one.begin)},
          {"outcome", one.outcome.empty() ? "done" : Shown(one.outcome, 60)},
          {"x", std::to_string(Scaled(one.begin, whole))},
          {"width", std::to_string(std::max<std::int64_t>(2, Scaled(one.end - one.begin, whole)))}};
}

// A step whose bar nobody would see is left out, unless it failed: a backfill has one for each
// relation.
std::vector<Stretch> ShownStretches(std::vector<Stretch> all, std::chrono::milliseconds whole) {
  std::erase_if(all, [&](const Stretch& one) {
    return !one.step.empty() && one.outcome.empty() && one.end - one.begin < whole / 200;
  });
  if (all.size() > kMostStretches) {
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kMostStretches));
  }
  return all;
}

std::chrono::milliseconds WaitedIn(const Ledger& ledger) {
  std::chrono::milliseconds waited{0};
  for (const LedgerLine& line : ledger.lines) {
    waited += std::chrono::milliseconds(line.details.value("waited_ms", std::int64_t{0}));
  }
  return waited;
}

std::string TimelineNote(const Ledger& ledger) {
  std::string note = fmt::format("T is the time since {}, when the first stage began.",
                                 ShownTime(ledger.lines.front().at));
  if (const auto waited = WaitedIn(ledger); waited.count() > 0) {
    note += fmt::format(" The stages waited {} for people.", Took(waited));
  }
  if (const LedgerLine* const back = ledger.Last(LedgerEvent::kStageEnded, Phase::kRollback)) {
    if (back->details.value("status", 1) == 0 && back->details.contains("facts")) {
      const auto took = back->details.at("facts").value("took_ms", std::int64_t{0});
      note += fmt::format(" The way back took {} when it was last gone.",
                          Took(std::chrono::milliseconds(took)));
    }
  }
  return note;
}

}  // namespace

Json StagesPart(const RunReport& report) {
  if (!report.stage) return Json::object();
  Json rows = Json::array();
  for (const Phase phase : AllPhases()) {
    const bool is_planned = std::find(report.plan.stages.begin(), report.plan.stages.end(),
                                      phase) != report.plan.stages.end();
    if (is_planned || report.ledger.Last(LedgerEvent::kStageBegan, phase) != nullptr) {
      rows.push_back(RowOfStage(report.ledger, phase));
    }
  }
  return {{"stage_table", {{"stage_rows", std::move(rows)}}}};
}

Json DriftPart(const RunReport& report) {
  if (report.drift.empty()) return Json::object();
  std::int64_t most = 1;
  std::int64_t green = 0;
  for (const DriftRound& round : report.drift) {
    most = std::max({most, round.differ, round.lagged});
    if (round.differ == 0 && round.errors == 0) ++green;
  }
  Json rounds = Json::array();
  const std::size_t skipped = report.drift.size() - std::min(report.drift.size(), kMostRounds);
  for (std::size_t i = skipped; i < report.drift.size(); ++i) {
    const DriftRound& round = report.drift[i];
    rounds.push_back({{"class", round.differ > 0   ? "f"
                                : round.errors > 0 ? "e"
                                                   : ""},
                      {"round", std::to_string(round.number)},
                      {"at", ShownTime(round.at)},
                      {"differ", round.errors > 0 ? "unknown" : Thousands(round.differ)},
                      {"lagged", Thousands(round.lagged)},
                      {"lag_x", "0"},
                      {"lag_width", std::to_string(kWidth * round.lagged / most)},
                      {"drift_width", std::to_string(kWidth * round.differ / most)}});
  }
  return {{"drift",
           {{"drift_note",
             fmt::format("{} of {} found no row that differs for good{}.", green,
                         Counted(report.drift.size(), "round"),
                         skipped == 0 ? "" : fmt::format("; the last {} are shown", kMostRounds))},
            {"drift_most", Thousands(most)},
            {"rounds", std::move(rounds)}}}};
}

Json TimelinePart(const RunReport& report) {
  if (report.ledger.lines.empty()) return Json::object();
  const auto whole = report.ledger.lines.back().offset;
  const std::vector<Stretch> all = TimelineOf(report.ledger);
  const std::vector<Stretch> shown = ShownStretches(all, whole);
  Json rows = Json::array();
  for (const Stretch& one : shown) rows.push_back(RowOfStretch(one, whole));
  const std::size_t more = all.size() - shown.size();
  return {{"timeline",
           {{"timeline_note", TimelineNote(report.ledger)},
            {"timeline_axis", fmt::format("T+0 to T+{}", Took(whole))},
            {"stretches", std::move(rows)},
            {"timeline_cut", more == 0
                                 ? ""
                                 : fmt::format("{} shorter or earlier ones: ledger.jsonl has all.",
                                               Counted(more, "step"))}}}};
}

}  // namespace gonogo
