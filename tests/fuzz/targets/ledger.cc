// Lines of a ledger: whatever was read, each question about it has an answer.
#include "core/record/ledger.h"

#include <string>

#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/chained.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr const char* kLedgerFile = "ledger.jsonl";

std::string WrittenLedger(const Ledger& ledger) {
  std::vector<Json> lines;
  for (const LedgerLine& line : ledger.lines) lines.push_back(ToJson(line));
  return ChainOf(lines);
}

void Ask(const Ledger& ledger) {
  std::vector<PlannedStage> planned;
  for (const Phase stage : AllPhases()) planned.push_back({stage, "digest"});
  ledger.CompletedStages(planned);
  ledger.LastRestored();
  ledger.LastBackup();
  ledger.LastBaseline();
  for (const Phase stage : AllPhases()) {
    ledger.Steps(stage);
    ledger.StepsInForce(stage);
    ledger.SinceRestored(stage);
    ledger.LastResult(stage);
    ledger.Last(LedgerEvent::kStageEnded, stage);
  }
}

void ReadLedger(const std::string& lines) {
  Ledger ledger;
  if (!IsTaken([&] { ledger = ParseLedger(lines, kLedgerFile); })) return;
  Ask(ledger);
  const std::string written = WrittenLedger(ledger);
  Require(WrittenLedger(ParseLedger(written, kLedgerFile)) == written,
          "written and read again, it is another");
}

}  // namespace

void FeedLedger(std::string_view input) {
  ReadLedger(std::string(input));
  ReadLedger(ChainedAnew(input));
}

}  // namespace gonogo::fuzz
