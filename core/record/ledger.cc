// The only file that defines the line format of ledger.jsonl.
#include "core/record/ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/record/clocks.h"
#include "core/text/suggestion.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

const std::vector<std::string>& EventNames() {
  static const std::vector<std::string> names = {"stage began",  "step began", "step done",
                                                 "stage ended",  "look began", "look ended",
                                                 "stage refused"};
  return names;
}

LedgerEvent EventNamed(const std::string& name) {
  const auto& names = EventNames();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw PlanError(UnknownName("event", name, names));
  return static_cast<LedgerEvent>(found - names.begin());
}

// Reads the details that the ledger answers from, so that a line which has them otherwise is
// refused here, with its number. A stage whose lines lack them doesn't count.
void RequireDetails(const LedgerLine& line) {
  const Json& details = line.details;
  if (!details.is_object()) throw PlanError("\"details\" isn't an object");
  if (line.event == LedgerEvent::kStageBegan) {
    (void)details.value("stage_digest", "");
    (void)details.value("afresh", false);
    (void)details.value("restores", false);
    (void)details.value("fault", "");
  }
  if (line.event != LedgerEvent::kStageEnded) return;
  if (line.stage != Phase::kPreflight) return;
  const Json facts = details.value("facts", Json::object());
  if (facts.contains("backup")) BackupFactsFrom(facts.at("backup"));
  if (facts.contains("baseline")) BaselineFactsFrom(facts.at("baseline"));
}

LedgerLine LineFrom(const Json& line) {
  const std::string name = line.at("stage");
  const auto stage = PhaseNamed(name);
  if (!stage) throw PlanError(fmt::format("stage \"{}\" is unknown", name));
  LedgerLine read{.event = EventNamed(line.at("event")),
                  .stage = *stage,
                  .step = line.value("step", ""),
                  .at = line.at("at"),
                  .offset = std::chrono::milliseconds(line.at("t_offset_ms").get<std::int64_t>()),
                  .details = line.at("details")};
  if (read.details.is_null()) read.details = Json::object();  // there are none
  RequireDetails(read);
  return read;
}

void RequireInOrder(const LedgerLine& before, const LedgerLine& line) {
  const auto earlier = ParseUtc(before.at);
  const auto later = ParseUtc(line.at);
  if (!earlier || !later) {
    throw PlanError(
        fmt::format("\"at\" must be a UTC time, not \"{}\"", earlier ? line.at : before.at));
  }
  if (*later + kMostClockSkew >= *earlier) return;
  throw PlanError(fmt::format("it is of {}, but the line before it is of {}: a clock was set back",
                              line.at, before.at));
}

// The last run of a stage.
struct LastRun {
  const LedgerLine* began = nullptr;
  const LedgerLine* ended = nullptr;  // null if it didn't end
};

LastRun LastRunOf(const std::vector<LedgerLine>& lines, Phase stage) {
  LastRun run;
  for (const LedgerLine& line : lines) {
    if (line.stage != stage) continue;
    if (line.event == LedgerEvent::kStageBegan) run = {.began = &line};
    if (line.event == LedgerEvent::kStageEnded) run.ended = &line;
  }
  return run;
}

bool PassedUnder(const std::string& digest, const LastRun& run) {
  return run.began != nullptr && run.ended != nullptr &&
         run.began->details.value("stage_digest", Json()) == digest &&
         run.ended->details.value("status", Json()) == 0;
}

// True if the rollback, unless null, undoes the stage.
bool Undoes(const LedgerLine* rollback, Phase stage) {
  if (rollback == nullptr) return false;
  return stage >= Phase::kDualWrite || rollback->details.value("restores", false);
}

// The last fact of that name that a run of one of the stages ended with, or null.
const Json* LastFact(const std::vector<LedgerLine>& lines, const std::vector<Phase>& stages,
                     const char* name) {
  const Json* last = nullptr;
  for (const LedgerLine& line : lines) {
    const bool is_of_stages = std::find(stages.begin(), stages.end(), line.stage) != stages.end();
    if (!is_of_stages || line.event != LedgerEvent::kStageEnded) continue;
    if (!line.details.contains("facts")) continue;
    const Json& facts = line.details.at("facts");
    if (facts.contains(name)) last = &facts.at(name);
  }
  return last;
}

}  // namespace

bool IsRestored(const LedgerLine& line) {
  return line.stage == Phase::kRollback && line.event == LedgerEvent::kStepDone &&
         line.step == kRestoreStep;
}

bool Begins(LedgerEvent event) {
  return event == LedgerEvent::kStageBegan || event == LedgerEvent::kLookBegan;
}

bool Ends(LedgerEvent event) {
  return event == LedgerEvent::kStageEnded || event == LedgerEvent::kLookEnded;
}

std::vector<Phase> Ledger::CompletedStages(const std::vector<PlannedStage>& planned) const {
  std::vector<Phase> completed;
  const LedgerLine* const rollback = Last(LedgerEvent::kStageBegan, Phase::kRollback);
  const LedgerLine* earlier_ended = nullptr;
  for (const auto& [stage, digest] : planned) {
    const LastRun run = LastRunOf(lines, stage);
    if (!PassedUnder(digest, run)) break;
    if (earlier_ended != nullptr && run.began < earlier_ended) break;
    if (Undoes(rollback, stage) && run.began < rollback) break;
    earlier_ended = run.ended;
    completed.push_back(stage);
  }
  return completed;
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
  std::vector<LedgerLine> in_force;
  for (const LedgerLine& line : lines) {
    if (line.stage == stage) {
      in_force.push_back(line);
    } else if (line.event == LedgerEvent::kStageBegan &&
               (line.stage < stage || line.stage == Phase::kRollback)) {
      in_force.clear();
    }
  }
  return in_force;
}

std::vector<LedgerLine> Ledger::SinceRestored(Phase stage) const {
  std::vector<LedgerLine> since;
  for (const LedgerLine& line : lines) {
    if (IsRestored(line)) since.clear();
    if (line.stage == stage) since.push_back(line);
  }
  return since;
}

std::string Ledger::LastRestored() const {
  const auto found = std::find_if(lines.rbegin(), lines.rend(), IsRestored);
  return found == lines.rend() ? "" : found->at;
}

std::optional<BackupFacts> Ledger::LastBackup() const {
  const Json* const backup = LastFact(lines, {Phase::kPreflight}, "backup");
  return backup == nullptr ? std::nullopt : std::optional(BackupFactsFrom(*backup));
}

std::optional<BaselineFacts> Ledger::LastBaseline() const {
  const Json* const baseline = LastFact(lines, {Phase::kPreflight}, "baseline");
  return baseline == nullptr ? std::nullopt : std::optional(BaselineFactsFrom(*baseline));
}

std::optional<SchemaFacts> Ledger::LastSchema() const {
  const Json* const schema = LastFact(lines, {Phase::kPreflight}, "schema");
  return schema == nullptr ? std::nullopt : std::optional(SchemaFactsFrom(*schema));
}

std::optional<SequenceFacts> Ledger::LastSequences() const {
  const Json* const sequences = LastFact(lines, {Phase::kPreflight}, "sequence_places");
  return sequences == nullptr ? std::nullopt : std::optional(SequenceFactsFrom(*sequences));
}

std::optional<MarkFacts> Ledger::LastMark() const {
  const Json* const mark = LastFact(lines, {Phase::kBackfill}, "mark");
  return mark == nullptr ? std::nullopt : std::optional(MarkFactsFrom(*mark));
}

std::optional<SchemaFacts> Ledger::LastTargetSchema() const {
  const Json* const schema = LastFact(lines, {Phase::kSchema, Phase::kBackfill}, "target_schema");
  return schema == nullptr ? std::nullopt : std::optional(SchemaFactsFrom(*schema));
}

const LedgerLine* Ledger::LastResult(Phase stage) const {
  const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](const LedgerLine& line) {
    return Ends(line.event) && line.stage == stage;
  });
  return found == lines.rend() ? nullptr : &*found;
}

const LedgerLine* Ledger::LastRefusal() const {
  const bool is_refusal = !lines.empty() && lines.back().event == LedgerEvent::kStageRefused;
  return is_refusal ? &lines.back() : nullptr;
}

std::string Ledger::PlantedFault() const {
  for (const LedgerLine& line : lines) {
    std::string fault = Begins(line.event) ? line.details.value("fault", "") : "";
    if (!fault.empty()) return fault;
  }
  return "";
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
  ledger.chain = ReadChainedLines(
      lines, file, "ledger line",
      [&](const Json& line) {
        const LedgerLine read = LineFrom(line);
        if (!ledger.lines.empty()) RequireInOrder(ledger.lines.back(), read);
        ledger.lines.push_back(read);
      },
      UnfinishedLine::kIgnore, Unchained::kAtTheBeginning);
  return ledger;
}

}  // namespace gonogo
