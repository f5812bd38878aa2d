// The files in a folder of evidence, and whether they are those that SHA256SUMS names.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "app/proof/checklist.h"
#include "app/sealing/folder_sums.h"

namespace gonogo {

// Returns the names of the files in the folder and below. Adds to the list what no folder of
// evidence has: links, names that differ only in case, what isn't a file.
std::set<std::string> FilesOf(const std::filesystem::path& folder, Checklist& list);

// Returns whether the file is a signature of that one: SHA256SUMS, or a ledger.
bool IsSignatureOf(const std::string& signed_file, const std::string& name);

// Compares the files with what SHA256SUMS says. `digest_of` returns the digest of a file that is no
// link.
void CompareFiles(const std::filesystem::path& folder, const std::set<std::string>& files,
                  const FileSums& sums,
                  const std::function<std::string(const std::string& name)>& digest_of,
                  Checklist& list);

}  // namespace gonogo
