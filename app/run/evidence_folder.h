// The folder with the evidence of one run, or of a fleet: lines, written one by one, and at the end
// the verdict, its reports, and the digests of all files. A run that is killed leaves its lines,
// but nothing that says GO.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/json/json.h"
#include "core/record/evidence.h"
#include "fixtures/system/chained_file.h"
#include "fixtures/system/prepared_files.h"

namespace gonogo {

inline constexpr const char* kEvidenceLines = "evidence.jsonl";

// Texts of files, by their names in the folder, such as junit/gtest.xml.
using NamedTexts = std::map<std::string, std::string>;

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

  // Writes a file that says nothing of a verdict. Throws std::runtime_error.
  void Write(const std::string& name, const std::string& text);

  // Adds how the folder ends: the verdict, then what shows it, such as reports, and at last
  // SHA256SUMS, which names every file. Returns the text of SHA256SUMS. They must appear in this
  // order: then nothing says GO that has no verdict. Throws std::runtime_error.
  std::string PrepareEnd(const Json& verdict, const NamedTexts& reports, PreparedFiles& files);

  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
  bool holds_values_;
  std::optional<ChainedFile> lines_;
};

}  // namespace gonogo
