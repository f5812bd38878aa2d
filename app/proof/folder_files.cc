// A link is refused whatever it leads to: what it leads to may change while the evidence doesn't.
#include "app/proof/folder_files.h"

#include <fmt/format.h>

#include <map>

#include "core/text/text.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Returns what is wrong with the entry, or "".
std::string FaultOf(const fs::directory_entry& entry) {
  if (entry.is_symlink()) return "is a symbolic link";
  if (!entry.is_regular_file()) return "isn't a file";
  if (entry.hard_link_count() > 1) return "is a hard link: it can be changed by another name";
  return "";
}

}  // namespace

std::set<std::string> FilesOf(const fs::path& folder, Checklist& list) {
  std::set<std::string> files;
  std::map<std::string, std::string> folded;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    const auto [other, is_new] = folded.emplace(InLowerCase(name), name);
    if (!is_new) {
      list.Add(PointState::kWrong, fmt::format("{} and {} differ only in case",
                                               Printable(other->second), Printable(name)));
    }
    if (entry.is_directory() && !entry.is_symlink()) continue;
    const std::string fault = FaultOf(entry);
    if (!fault.empty()) list.Add(PointState::kWrong, Printable(name) + " " + fault);
    files.insert(name);
  }
  return files;
}

// ssh-keygen writes its signature beside the file.
bool IsSignatureOf(const std::string& signed_file, const std::string& name) {
  return name == signed_file + ".sig" || name.starts_with(std::string(kSignaturesFolder) + "/");
}

void CompareFiles(const fs::path& folder, const std::set<std::string>& files, const FileSums& sums,
                  const std::function<std::string(const std::string& name)>& digest_of,
                  Checklist& list) {
  bool is_equal = true;
  const auto wrong = [&](const std::string& name, const char* how) {
    is_equal = false;
    list.Add(PointState::kWrong, Printable(name) + " " + how);
  };
  for (const auto& [name, digest] : sums) {
    if (!files.contains(name)) {
      wrong(name, "is named in SHA256SUMS, but isn't there");
    } else if (!fs::is_symlink(folder / name) && digest_of(name) != digest) {
      wrong(name, "isn't as SHA256SUMS has it: it was changed");
    }
  }
  for (const std::string& name : files) {
    if (name == kSumsFile || IsSignatureOf(kSumsFile, name) || sums.contains(name)) continue;
    wrong(name, "isn't named in SHA256SUMS");
  }
  if (is_equal) {
    list.Add(PointState::kGood, fmt::format("SHA256SUMS: {}, all as it has them, and no other",
                                            Counted(sums.size(), "file")));
  }
}

}  // namespace gonogo
