// The folder with the evidence of one run, or of a fleet.
#include "app/run/evidence_folder.h"

#include <system_error>

#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/text/digest.h"
#include "fixtures/system/private_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

EvidenceFolder::EvidenceFolder(fs::path folder, bool holds_values, const std::string& lines)
    : folder_(std::move(folder)), holds_values_(holds_values) {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) {
    throw std::runtime_error("can't write " + folder_.string() + ": " + failed.message());
  }
  if (!fs::is_empty(folder_)) {
    throw PlanError(folder_.string() + " isn't empty; name a new folder for each run");
  }
  if (holds_values_) CreatePrivateFolder(folder_);
  lines_.emplace(folder_ / lines, Durability::kHostSoon, holds_values_ ? 0600 : 0644);
  lines_->MarkAsBeingWritten();
}

void EvidenceFolder::Write(const std::string& name, const std::string& text) {
  holds_values_ ? WritePrivateFile(folder_ / name, text) : WriteTextFile(folder_ / name, text);
}

std::string EvidenceFolder::PrepareEnd(const Json& verdict, const NamedTexts& reports,
                                       PreparedFiles& files) {
  lines_->Sync();  // a verdict without its lines would look like a forgery
  FileSums sums = SumsOf(folder_);
  const auto prepare = [&](const std::string& name, const std::string& text) {
    sums[name] = Sha256(text);
    if (holds_values_) CreatePrivateFolder((folder_ / name).parent_path());
    files.Add(folder_ / name, text, holds_values_ ? MayRead::kOnlyOwner : MayRead::kAll);
  };
  prepare("verdict.json", ToText(verdict, 2) + "\n");
  for (const auto& [name, text] : reports) prepare(name, text);
  std::string sums_text = SumsText(sums);
  prepare(kSumsFile, sums_text);
  return sums_text;
}

}  // namespace gonogo
