// Each file is read once: what was hashed is what is judged.
#include "app/proof/sealed_folder.h"

#include "app/proof/folder_files.h"
#include "core/error.h"
#include "core/fleet/fleet.h"
#include "core/json/json_error.h"
#include "core/text/digest.h"
#include "fixtures/system/path_digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

SealedFolder::SealedFolder(const fs::path& folder, Checklist& list)
    : folder_(folder), files_(FilesOf(folder, list)) {
  for (const char* const name : {"evidence.jsonl", kFleetLines, "verdict.json"}) {
    if (!Has(name)) continue;
    try {
      texts_[name] = ReadTextFile(folder_ / name);
    } catch (const PlanError&) {
      continue;  // who asks for it is told
    }
  }
  if (!Has(kSumsFile)) {
    list.Add(PointState::kOpen,
             "there is no SHA256SUMS: the run broke off, or somebody removed it");
    return;
  }
  const auto digest_of = [&](const std::string& name) {
    const auto text = texts_.find(name);
    return text == texts_.end() ? PathDigest(folder_ / name) : Sha256(text->second);
  };
  try {
    sums_ = ReadTextFile(folder_ / kSumsFile);
    CompareFiles(folder_, files_, ParseSums(sums_), digest_of, list);
  } catch (const std::exception& error) {
    list.Add(PointState::kWrong, WhatIsWrong(error));
  }
}

bool SealedFolder::Has(const char* name) const {
  return files_.contains(name) && fs::is_regular_file(fs::symlink_status(folder_ / name));
}

const std::string& SealedFolder::Read(const char* name) const {
  const auto text = texts_.find(name);
  if (text != texts_.end()) return text->second;
  throw PlanError((folder_ / name).string() + " can't be read");
}

}  // namespace gonogo
