#include "gates/records/rehearsed_rollbacks.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/error.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

void AddRollbacks(const std::string& file, std::vector<RehearsedRollback>& all) {
  for (const LedgerLine& line : ParseLedger(ReadTextFile(file), file).lines) {
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
  std::vector<std::string> files;
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.path().filename() == "ledger.jsonl" && !entry.is_symlink()) {
        files.push_back(entry.path().string());
      }
    }
    std::sort(files.begin(), files.end());
  } else if (fs::exists(path)) {
    files.push_back(path);
  }
  if (!files.empty()) return files;
  throw PlanError(
      fmt::format("{}: {}; `gonogo stage rollback --rehearse --out DIR` creates one", path,
                  fs::is_directory(path) ? "there is no ledger.jsonl of a rehearsal in it"
                                         : "the ledger of the rehearsal doesn't exist"));
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
