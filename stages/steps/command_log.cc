// Each command is one step, noted before it runs and when it is done.
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

constexpr const char* kRestartStep = "commands from the first";

}  // namespace

void NoteBegun(StageRun& run, const StageCommand& command) {
  run.ledger->Append(LedgerEvent::kStepBegan, run.stage.phase, command.step(), Json::object());
}

void NoteDone(StageRun& run, const StageCommand& command, const Json& details) {
  run.ledger->Append(LedgerEvent::kStepDone, run.stage.phase, command.step(), details);
}

void NoteRestart(StageRun& run) {
  run.ledger->Append(LedgerEvent::kStepDone, run.stage.phase, kRestartStep, Json::object());
}

std::vector<LedgerLine> CommandLines(const StageRun& run) {
  std::vector<LedgerLine> lines;
  for (const LedgerLine& line : run.ledger->ledger().StepsInForce(run.stage.phase)) {
    if (line.step == kRestartStep) lines.clear();
    lines.push_back(line);
  }
  return lines;
}

}  // namespace gonogo
