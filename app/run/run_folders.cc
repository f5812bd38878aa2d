// Lists folders; whether one is of a run its files say.
#include "app/run/run_folders.h"

#include <system_error>

namespace gonogo {
namespace fs = std::filesystem;

std::set<fs::path> RunFolders(const MigrationFolder& migration) {
  std::set<fs::path> folders;
  const fs::path& own = migration.folder;
  for (const fs::path& parent : {own / "runs", fs::absolute("evidence"),
                                 migration.is_given ? own / "runs" : own.parent_path()}) {
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(parent, missing)) {
      if (!entry.is_symlink() && entry.is_directory(missing)) folders.insert(entry.path());
    }
  }
  return folders;
}

std::string RunTime(const std::string& utc) {
  std::string time = utc.substr(0, utc.find('.')) + "Z";
  std::erase_if(time, [](char one) { return one == '-' || one == ':'; });
  return time;
}

}  // namespace gonogo
