// The folder that one run leaves: evidence.jsonl, line by line as it happens, and at the end the
// verdict. A run that breaks off leaves what it saw, and no verdict.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/record/evidence.h"
#include "core/text/json.h"
#include "fixtures/system/appended_file.h"

namespace gonogo {

class EvidenceFolder {
 public:
  // Makes the folder. Throws PlanError where there is something in it already: an older run's
  // files would pass for this one's.
  explicit EvidenceFolder(std::filesystem::path folder);

  // Appends a line to evidence.jsonl. Throws std::system_error.
  void Append(const Json& line) { lines_->Append(line); }

  // Throws std::runtime_error.
  void WriteVerdict(const Json& verdict);

  // A file of the runbook's, below verify/. Throws std::runtime_error.
  void WriteArtifact(const std::string& name, const std::string& text);

  const std::filesystem::path& path() const { return folder_; }
  // Where GoogleTest writes its report.
  std::filesystem::path junit() const { return folder_ / "junit"; }

 private:
  std::filesystem::path folder_;
  std::optional<AppendedFile> lines_;
};

}  // namespace gonogo
