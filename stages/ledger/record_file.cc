// Nothing that stands there is ever changed.
#include "stages/ledger/record_file.h"

#include "fixtures/system/appended_file.h"

namespace gonogo {
namespace fs = std::filesystem;

void AppendRecords(const fs::path& path, const std::vector<Json>& lines) {
  fs::create_directories(fs::absolute(path).parent_path());
  AppendedFile file(path, Durability::kHost);
  for (const Json& line : lines) file.Append(line);
}

}  // namespace gonogo
