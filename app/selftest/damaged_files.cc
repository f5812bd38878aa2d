// A shell's commands damage the files, so that whoever doubts a kind can do the same by hand.
#include "app/selftest/damaged_files.h"

#include <fstream>
#include <stdexcept>

#include "core/text/text.h"
#include "fixtures/system/path_digest.h"
#include "fixtures/system/process.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Without syncing, because the file lives for seconds. Whoever removes the folder's pair may be
// another user, so all may write to its folders: nobody else reaches them.
void WriteBriefly(const fs::path& folder, const std::string& name, const std::string& text) {
  const fs::path path = folder / name;
  fs::create_directories(path.parent_path());
  for (fs::path above = path.parent_path(); above != folder.parent_path();
       above = above.parent_path()) {
    fs::permissions(above, fs::perms::all);
  }
  std::ofstream file(path);
  if (!(file << text).flush()) throw std::runtime_error(path.string() + ": can't be written");
}

}  // namespace

void DamagedFiles::Write(const std::string& name, const std::string& text) {
  WriteBriefly(folder_, name, text);
  texts_[name] = text;
}

std::optional<NotPlanted> DamagedFiles::Plant(const Damage& damage) {
  const std::string before = PathDigest(folder_);
  const ProcessResult result =
      RunCommand({.words = {"sh", "-c", damage.plant}}, {.folder = folder_.string()});
  if (result.status == 0 && PathDigest(folder_) != before) return std::nullopt;
  Undo();
  return NotPlanted{.why = result.status == 0 ? "the files are as before"
                                              : std::string(Trim(result.output))};
}

void DamagedFiles::Undo() {
  for (const auto& entry : fs::directory_iterator(folder_)) {
    fs::remove_all(entry.path());
  }
  for (const auto& [name, text] : texts_) WriteBriefly(folder_, name, text);
}

}  // namespace gonogo
