// The line format of ledger.jsonl is defined here and nowhere else.
#include "core/record/ledger.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

const std::vector<std::string>& EventNames() {
  static const std::vector<std::string> names = {"stage began", "step began", "step done",
                                                 "stage ended"};
  return names;
}

LedgerEvent EventNamed(const std::string& name) {
  const auto& names = EventNames();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw PlanError("\"event\" is none of a ledger");
  return static_cast<LedgerEvent>(found - names.begin());
}

LedgerLine LineFrom(const Json& line) {
  const auto stage = PhaseNamed(line.at("stage").get<std::string>());
  if (!stage) throw PlanError("\"stage\" is none");
  return {.event = EventNamed(line.at("event")),
          .stage = *stage,
          .step = line.value("step", ""),
          .at = line.at("at"),
          .offset = std::chrono::milliseconds(line.at("t_offset_ms").get<std::int64_t>()),
          .details = line.at("details")};
}

// The lines at which a stage last began, and ended since.
struct Span {
  const LedgerLine* began = nullptr;
  const LedgerLine* ended = nullptr;  // null: it did not
};

Span LastOf(const std::vector<LedgerLine>& lines, Phase stage) {
  Span span;
  for (const LedgerLine& line : lines) {
    if (line.stage != stage) continue;
    if (line.event == LedgerEvent::kStageBegan) span = {.began = &line};
    if (line.event == LedgerEvent::kStageEnded) span.ended = &line;
  }
  return span;
}

// Whether the stage is done and green under that digest.
bool IsGreen(const Span& span, const std::string& digest) {
  return span.began != nullptr && span.ended != nullptr &&
         span.began->details.at("stage_digest") == digest && span.ended->details.at("status") == 0;
}

// Whether that rollback, if any, takes back what the stage did: the way to the target, or, inside
// one database, everything.
bool IsTakenBack(Phase stage, const LedgerLine* went_back) {
  if (went_back == nullptr) return false;
  return stage >= Phase::kDualWrite || went_back->details.value("restores", false);
}

bool IsRestored(const LedgerLine& line) {
  return line.stage == Phase::kRollback && line.event == LedgerEvent::kStepDone &&
         line.step == kRestoreStep;
}

}  // namespace

std::vector<Phase> Ledger::CompletedStages(const std::vector<PlannedStage>& planned) const {
  std::vector<Phase> standing;
  const LedgerLine* const went_back = Last(LedgerEvent::kStageBegan, Phase::kRollback);
  const LedgerLine* earlier_ended = nullptr;
  for (const auto& [stage, digest] : planned) {
    const Span span = LastOf(lines, stage);
    if (!IsGreen(span, digest)) break;
    if (earlier_ended != nullptr && span.began < earlier_ended) break;
    if (IsTakenBack(stage, went_back) && span.began < went_back) break;
    earlier_ended = span.ended;
    standing.push_back(stage);
  }
  return standing;
}

std::map<std::string, LedgerLine> Ledger::Steps(Phase stage) const {
  std::map<std::string, LedgerLine> steps;
  for (const LedgerLine& line : lines) {
    if (IsRestored(line)) steps.clear();
    if (line.stage != stage) continue;
    if (line.event == LedgerEvent::kStageBegan && line.details.value("afresh", false)) {
      steps.clear();
    } else if (line.event == LedgerEvent::kStepBegan || line.event == LedgerEvent::kStepDone) {
      steps[line.step] = line;
    }
  }
  return steps;
}

std::vector<LedgerLine> Ledger::StepsInForce(Phase stage) const {
  std::vector<LedgerLine> own;
  for (const LedgerLine& line : lines) {
    if (line.stage == stage) {
      own.push_back(line);
    } else if (line.event == LedgerEvent::kStageBegan &&
               (line.stage < stage || line.stage == Phase::kRollback)) {
      own.clear();
    }
  }
  return own;
}

std::vector<LedgerLine> Ledger::SinceRestored(Phase stage) const {
  std::vector<LedgerLine> own;
  for (const LedgerLine& line : lines) {
    if (IsRestored(line)) own.clear();
    if (line.stage == stage) own.push_back(line);
  }
  return own;
}

std::string Ledger::LastRestored() const {
  const auto found = std::find_if(lines.rbegin(), lines.rend(), IsRestored);
  return found == lines.rend() ? "" : found->at;
}

const LedgerLine* Ledger::Last(LedgerEvent event, Phase stage) const {
  const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](const LedgerLine& line) {
    return line.event == event && line.stage == stage;
  });
  return found == lines.rend() ? nullptr : &*found;
}

Json ToJson(const LedgerLine& line) {
  Json json = {{"event", EventNames().at(static_cast<std::size_t>(line.event))},
               {"stage", PhaseName(line.stage)}};
  if (!line.step.empty()) json["step"] = line.step;
  json["at"] = line.at;
  json["t_offset_ms"] = line.offset.count();
  json["details"] = line.details;
  return json;
}

Ledger ParseLedger(const std::string& lines, const std::string& file) {
  Ledger ledger;
  const std::size_t whole = lines.rfind('\n');
  if (whole == std::string::npos) return ledger;
  int number = 0;
  for (const std::string& text : Split(lines.substr(0, whole), '\n')) {
    ++number;
    try {
      ledger.lines.push_back(LineFrom(ParseJson(text)));
    } catch (const std::exception& error) {
      throw PlanError(file + ":" + std::to_string(number) +
                      ": no line of a ledger: " + error.what());
    }
  }
  return ledger;
}

}  // namespace gonogo
