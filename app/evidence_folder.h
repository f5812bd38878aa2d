// The folder that one run leaves: evidence.jsonl, line by line as it happens, and at the end the
// verdict. A run that breaks off leaves what it saw, and no verdict.
#pragma once

#include <filesystem>
#include <string>

#include "core/evidence.h"
#include "core/json.h"

namespace gonogo {

class EvidenceFolder {
 public:
  // Makes the folder. Throws PlanError where there is something in it already: an older run's
  // files would pass for this one's.
  explicit EvidenceFolder(std::filesystem::path folder);
  EvidenceFolder(const EvidenceFolder&) = delete;
  EvidenceFolder& operator=(const EvidenceFolder&) = delete;
  ~EvidenceFolder();

  // Appends a line to evidence.jsonl, which is on its way to the disk when this returns.
  // Throws std::runtime_error.
  void Append(const Json& line);

  // Throws std::runtime_error.
  void WriteVerdict(const Json& verdict);

  const std::filesystem::path& path() const { return folder_; }
  // Where GoogleTest writes its report.
  std::filesystem::path junit() const { return folder_ / "junit"; }

 private:
  std::filesystem::path folder_;
  int file_ = -1;
};

}  // namespace gonogo
