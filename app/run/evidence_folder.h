// The folder with the evidence of one run: evidence.jsonl, written line by line, and at the end the
// verdict. A run that is killed leaves its lines, but no verdict.
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
  // Creates the folder. Throws PlanError if it isn't empty: files of an older run would be taken
  // for this one's.
  explicit EvidenceFolder(std::filesystem::path folder);

  // Appends a line to evidence.jsonl. Throws std::system_error.
  void Append(const Json& line) { lines_->Append(line); }

  // Throws std::runtime_error.
  void WriteVerdict(const Json& verdict);

  // Writes a file for the runbook, below verify/. Throws std::runtime_error.
  void WriteArtifact(const std::string& name, const std::string& text);

  const std::filesystem::path& path() const { return folder_; }
  // The folder for GoogleTest's report.
  std::filesystem::path junit() const { return folder_ / "junit"; }

 private:
  std::filesystem::path folder_;
  std::optional<AppendedFile> lines_;
};

}  // namespace gonogo
