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

// Without syncing, because the file lives for seconds.
void WriteBriefly(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path);
  if (!(file << text).flush()) throw std::runtime_error(path.string() + ": can't be written");
}

}  // namespace

void DamagedFiles::Write(const std::string& name, const std::string& text) {
  WriteBriefly(folder_ / name, text);
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
  for (const auto& [name, text] : texts_) WriteBriefly(folder_ / name, text);
}

}  // namespace gonogo
