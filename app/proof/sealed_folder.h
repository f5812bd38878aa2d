// A folder of evidence with its SHA256SUMS: what was hashed is what is read.
#pragma once

#include <filesystem>
#include <map>
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

  // Returns the text of a file that evidence is read from. Throws PlanError if it couldn't be read.
  const std::string& Read(const char* name) const;

  const std::set<std::string>& files() const { return files_; }
  const std::string& sums() const { return sums_; }  // the bytes of SHA256SUMS

 private:
  std::filesystem::path folder_;
  std::set<std::string> files_;
  std::map<std::string, std::string> texts_;  // of those that evidence is read from, by name
  std::string sums_;
};

}  // namespace gonogo
