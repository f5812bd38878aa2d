#include "tests/support/migrations/stage_outcomes.h"

#include "core/json/json.h"

namespace gonogo::testing_support {

std::vector<std::string> StageOutcomes(const Ledger& ledger) {
  std::vector<std::string> outcomes;
  for (const LedgerLine& line : ledger.lines) {
    if (line.event != LedgerEvent::kStageEnded) continue;
    outcomes.push_back(PhaseName(line.stage) + " " + line.details.at("outcome").get<std::string>());
  }
  return outcomes;
}

}  // namespace gonogo::testing_support
