// Each file is read once more after it was hashed, and must still be the same.
#include "app/proof/sealed_folder.h"

#include <fmt/format.h>

#include "app/proof/folder_files.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

SealedFolder::SealedFolder(const fs::path& folder, Checklist& list)
    : folder_(folder), files_(FilesOf(folder, list)) {
  if (!Has(kSumsFile)) {
    list.Add(PointState::kOpen,
             "there is no SHA256SUMS: the run broke off, or somebody removed it");
    return;
  }
  try {
    sums_ = ReadTextFile(folder_ / kSumsFile);
    named_ = ParseSums(sums_);
    CompareFiles(folder_, files_, named_, list);
  } catch (const std::exception& error) {
    list.Add(PointState::kWrong, WhatIsWrong(error));
  }
}

bool SealedFolder::Has(const char* name) const {
  return files_.contains(name) && fs::is_regular_file(fs::symlink_status(folder_ / name));
}

std::string SealedFolder::Read(const char* name) const {
  std::string text = ReadTextFile(folder_ / name);
  const auto sum = named_.find(name);
  if (sum == named_.end() || sum->second == Sha256(text)) return text;
  throw PlanError(fmt::format("{} isn't as SHA256SUMS has it", name));
}

}  // namespace gonogo
