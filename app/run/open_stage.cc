// Asks the host whether the process that began the stage still exists.
#include "app/run/open_stage.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <fstream>

#include "app/operator.h"

namespace gonogo {
namespace {

// Another program may have the number since.
bool IsGonogo(int process) {
  if (process <= 0 || (kill(process, 0) != 0 && errno == ESRCH)) return false;
  std::ifstream file(fmt::format("/proc/{}/comm", process));
  std::string name;
  return !std::getline(file, name) || name == "gonogo";
}

OpenStage Begun(const LedgerLine& line) {
  OpenStage open{.stage = line.stage, .began = line.at, .step = ""};
  if (line.details.value("host", "") != HostName()) return open;
  open.runs = IsGonogo(line.details.value("pid", 0));
  open.died = !open.runs;
  return open;
}

}  // namespace

std::optional<OpenStage> OpenStageOf(const Ledger& ledger) {
  const LedgerLine* begun = nullptr;
  std::string step;
  for (const LedgerLine& line : ledger.lines) {
    switch (line.event) {
      case LedgerEvent::kStageBegan:
      case LedgerEvent::kLookBegan:
        begun = &line;
        step.clear();
        break;
      case LedgerEvent::kStageEnded:
      case LedgerEvent::kLookEnded:
        begun = nullptr;
        break;
      case LedgerEvent::kStepBegan:
        step = line.step;
        break;
      case LedgerEvent::kStepDone:
        step.clear();
        break;
      case LedgerEvent::kStageRefused:
        break;
    }
  }
  if (begun == nullptr) return std::nullopt;
  OpenStage open = Begun(*begun);
  open.step = step;
  return open;
}

std::string Describe(const OpenStage& open) {
  const std::string stage = "stage " + PhaseName(open.stage);
  if (open.runs) return stage + " runs" + (open.step.empty() ? "" : ", step " + open.step);
  return stage +
         (open.died ? " has not ended: it broke off" : " has not ended: it runs, or broke off");
}

}  // namespace gonogo
