// The folder with the evidence of one run.
#include "app/run/evidence_folder.h"

#include <system_error>

#include "core/error.h"
#include "core/text/json.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

EvidenceFolder::EvidenceFolder(fs::path folder) : folder_(std::move(folder)) {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) throw PlanError(folder_.string() + ": " + failed.message());
  if (!fs::is_empty(folder_)) {
    throw PlanError(folder_.string() + " isn't empty; name a new folder for each run");
  }
  fs::create_directories(junit());
  lines_.emplace(folder_ / "evidence.jsonl");
}

void EvidenceFolder::WriteVerdict(const Json& verdict) {
  WriteTextFile(folder_ / "verdict.json", ToText(verdict, 2) + "\n");
}

void EvidenceFolder::WriteArtifact(const std::string& name, const std::string& text) {
  WriteTextFile(folder_ / "verify" / name, text);
}

}  // namespace gonogo
