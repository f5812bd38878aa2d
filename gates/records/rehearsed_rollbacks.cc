#include "gates/records/rehearsed_rollbacks.h"

#include <algorithm>

#include "fixtures/system/text_file.h"
#include "gates/records/record_files.h"

namespace gonogo {
namespace {

void AddRollbacks(const std::string& file, std::vector<RehearsedRollback>& all) {
  const Ledger ledger = ParseLedger(ReadTextFile(file), file);
  if (!ledger.PlantedFault().empty()) return;  // it shows that the runbook stops, and nothing else
  for (const LedgerLine& line : ledger.lines) {
    if (line.stage != Phase::kRollback) continue;
    if (line.event == LedgerEvent::kStageBegan) {
      all.push_back({.began = line});
    } else if (line.event == LedgerEvent::kStageEnded && !all.empty()) {
      all.back().ended = line;
      all.back().facts = RollbackFactsFrom(line.details.at("facts"));
    }
  }
}

bool IsEarlier(const RehearsedRollback& one, const RehearsedRollback& other) {
  return one.began.at < other.began.at;
}

// A process runs one stage at a time.
bool IsSame(const RehearsedRollback& one, const RehearsedRollback& other) {
  return one.began.at == other.began.at && one.began.details == other.began.details;
}

}  // namespace

std::vector<std::string> LedgersAt(const std::string& path) {
  return RecordFiles(path, "ledger.jsonl",
                     "`gonogo stage rollback --rehearse --out DIR` creates one");
}

std::vector<RehearsedRollback> RollbacksIn(const std::string& path) {
  std::vector<RehearsedRollback> all;
  for (const std::string& file : LedgersAt(path)) {
    std::vector<RehearsedRollback> here;
    AddRollbacks(file, here);
    all.insert(all.end(), here.begin(), here.end());
  }
  std::stable_sort(all.begin(), all.end(), IsEarlier);
  all.erase(std::unique(all.begin(), all.end(), IsSame), all.end());
  return all;
}

}  // namespace gonogo
