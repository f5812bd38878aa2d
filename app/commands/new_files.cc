// A symbolic link that leads nowhere exists, too.
#include "app/commands/new_files.h"

#include <fmt/format.h>

#include <ostream>

#include "core/error.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;

void WriteNewFiles(const std::string& command, const fs::path& folder,
                   const std::map<std::string, std::string>& files) {
  for (const auto& [name, text] : files) {
    if (!fs::exists(fs::symlink_status(folder / name))) continue;
    throw PlanError(fmt::format("{} exists; {} overwrites nothing: name another folder",
                                (folder / name).string(), command));
  }
  for (const auto& [name, text] : files) {
    if (const fs::path parent = (folder / name).parent_path(); !parent.empty()) {
      fs::create_directories(parent);
    }
    WriteTextFile(folder / name, text);
  }
}

void PrintFiles(std::ostream& out, const fs::path& folder,
                const std::map<std::string, std::string>& files) {
  for (const auto& [name, text] : files) {
    out << fmt::format("==> {} <==\n{}\n", (folder / name).string(), text);
  }
}

}  // namespace gonogo
