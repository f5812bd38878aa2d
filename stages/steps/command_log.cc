// Each command is one step, noted before it runs and when it is done.
#include "stages/steps/command_log.h"

#include <algorithm>
#include <map>

#include "core/record/facts.h"

namespace gonogo {

void NoteBegun(StageRun& run, const StageCommand& command) {
  run.ledger->Append(LedgerEvent::kStepBegan, run.stage.phase, command.step(), Json::object());
}

void NoteDone(StageRun& run, const StageCommand& command, const Json& details) {
  run.ledger->Append(LedgerEvent::kStepDone, run.stage.phase, command.step(), details);
}

void NoteRestart(StageRun& run) {
  run.ledger->Append(LedgerEvent::kStepDone, run.stage.phase, kRestartStep, Json::object());
}

void NoteUndone(StageRun& run, const std::string& why) {
  run.ledger->Append(LedgerEvent::kStepDone, run.stage.phase, kUndoneStep, {{"why", why}});
}

std::vector<LedgerLine> CommandLines(const Ledger& ledger, Phase stage) {
  std::vector<LedgerLine> lines;
  for (const LedgerLine& line : ledger.StepsInForce(stage)) {
    if (line.step == kRestartStep || line.step == kUndoneStep) lines.clear();
    lines.push_back(line);
  }
  return lines;
}

std::vector<LedgerLine> CommandLines(const StageRun& run) {
  return CommandLines(run.ledger->ledger(), run.stage.phase);
}

bool HaveActed(const std::vector<StageCommand>& commands, const std::vector<LedgerLine>& lines) {
  return std::any_of(commands.begin(), commands.end(), [&](const StageCommand& command) {
    if (command.kind == CommandKind::kChecks || command.kind == CommandKind::kWait) return false;
    return std::any_of(lines.begin(), lines.end(),
                       [&](const LedgerLine& line) { return line.step == command.step(); });
  });
}

std::vector<std::string> PassedRuns(const Ledger& ledger, Phase stage) {
  std::map<std::string, std::string> folders;  // by step
  for (const LedgerLine& line : CommandLines(ledger, stage)) {
    if (line.event != LedgerEvent::kStepDone || !line.details.contains("look")) continue;
    const ChecksFacts facts = ChecksFactsFrom(line.details);
    folders.erase(line.step);
    if (facts.status == 0) folders[line.step] = facts.evidence;
  }
  std::vector<std::string> last;
  for (const auto& [step, folder] : folders) last.push_back(folder);
  return last;
}

}  // namespace gonogo
