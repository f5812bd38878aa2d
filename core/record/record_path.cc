// Stages give what they run the folder that they work in, as GONOGO_MIGRATION.
#include "core/record/record_path.h"

#include <filesystem>

namespace gonogo {

std::string PathOf(const RecordFile& file, const std::string& plan,
                   const Environment& environment) {
  namespace fs = std::filesystem;
  const std::string given = ValueOf(environment, file.variable);
  if (!given.empty()) return given;
  const std::string folder = ValueOf(environment, "GONOGO_MIGRATION");
  return ((folder.empty() ? fs::path("evidence") / plan : fs::path(folder)) / file.name).string();
}

}  // namespace gonogo
