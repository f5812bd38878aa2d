// The folder with the evidence of one run, or of a fleet.
#include "app/run/evidence_folder.h"

#include <system_error>

#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "core/json/json.h"
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

void EvidenceFolder::WriteVerdict(const Json& verdict) {
  lines_->Sync();  // a verdict without its lines would look like a forgery
  Write("", "verdict.json", ToText(verdict, 2) + "\n");
}

void EvidenceFolder::WriteSums() { Write("", kSumsFile, SumsText(SumsOf(folder_))); }

void EvidenceFolder::WriteArtifact(const std::string& name, const std::string& text) {
  Write("verify", name, text);
}

void EvidenceFolder::WriteJunit(const std::string& report, const std::string& name) {
  Write("junit", name, report);
}

void EvidenceFolder::Write(const std::string& subfolder, const std::string& name,
                           const std::string& text) {
  const fs::path folder = subfolder.empty() ? folder_ : folder_ / subfolder;
  if (!holds_values_) {
    WriteTextFile(folder / name, text);
    return;
  }
  CreatePrivateFolder(folder);
  WritePrivateFile(folder / name, text);
}

}  // namespace gonogo
