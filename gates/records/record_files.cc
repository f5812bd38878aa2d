#include "gates/records/record_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/error.h"

namespace gonogo {
namespace fs = std::filesystem;

std::vector<std::string> RecordFiles(const std::string& path, const std::string& name,
                                     const std::string& remedy) {
  std::vector<std::string> files;
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.path().filename() == name && !entry.is_symlink()) {
        files.push_back(entry.path().string());
      }
    }
    std::sort(files.begin(), files.end());
  } else if (fs::exists(path)) {
    files.push_back(path);
  }
  if (!files.empty()) return files;
  throw PlanError(fmt::format(
      "{}: {}; {}", path,
      fs::is_directory(path) ? fmt::format("there is no {} in it", name) : "it doesn't exist",
      remedy));
}

}  // namespace gonogo
