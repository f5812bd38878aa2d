// A folder of evidence with its SHA256SUMS: what was hashed is what is read.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "app/proof/checklist.h"
#include "app/sealing/folder_sums.h"

namespace gonogo {

class SealedFolder {
 public:
  // Lists the files and compares them with SHA256SUMS. Adds what was checked to the list.
  SealedFolder(const std::filesystem::path& folder, Checklist& list);

  // Returns whether there is such a file, which is no link.
  bool Has(const char* name) const;

  // Returns the text of a file. The bytes must be those that SHA256SUMS has, too, if the file was
  // replaced since it was compared: otherwise throws PlanError.
  std::string Read(const char* name) const;

  const std::set<std::string>& files() const { return files_; }
  const std::string& sums() const { return sums_; }  // the bytes of SHA256SUMS

 private:
  std::filesystem::path folder_;
  std::set<std::string> files_;
  std::string sums_;
  FileSums named_;
};

}  // namespace gonogo
