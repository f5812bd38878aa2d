// The folder with the evidence of one run, or of a fleet: lines, written one by one, and at the end
// the verdict, then the digests of all files. A run that is killed leaves its lines, but no
// verdict.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/json/json.h"
#include "core/record/evidence.h"
#include "fixtures/system/chained_file.h"

namespace gonogo {

inline constexpr const char* kEvidenceLines = "evidence.jsonl";

class EvidenceFolder {
 public:
  // Creates the folder. Throws PlanError if it isn't empty: files of an older run would be taken
  // for this one's. Throws std::runtime_error if it can't be written.
  // If the evidence holds values of rows, only the owner of the folder may read it. `lines`: the
  // name of the file with the lines.
  EvidenceFolder(std::filesystem::path folder, bool holds_values,
                 const std::string& lines = kEvidenceLines);

  // Appends a line. Throws std::system_error.
  void Append(const Json& line) { lines_->Append(line); }

  // Syncs the lines to the disk. Throws std::system_error.
  void Sync() { lines_->Sync(); }

  // Where the chain of the lines ends.
  const ChainEnd& chain() const { return lines_->end(); }

  // Throws std::runtime_error, and std::system_error.
  void WriteVerdict(const Json& verdict);

  // Writes SHA256SUMS, which names every file of the folder. Throws std::runtime_error.
  void WriteSums();

  // Writes a file for the runbook, below verify/. Throws std::runtime_error.
  void WriteArtifact(const std::string& name, const std::string& text);

  // Writes the report for test tools, below junit/. Throws std::runtime_error.
  void WriteJunit(const std::string& report, const std::string& name = "gtest.xml");

  // Writes a report for people into the folder. Throws std::runtime_error.
  void WriteReport(const std::string& name, const std::string& text) { Write("", name, text); }

  const std::filesystem::path& path() const { return folder_; }

 private:
  // Writes the file below the subfolder; "" is the folder itself.
  void Write(const std::string& subfolder, const std::string& name, const std::string& text);

  std::filesystem::path folder_;
  bool holds_values_;
  std::optional<ChainedFile> lines_;
};

}  // namespace gonogo
