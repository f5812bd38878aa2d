// A file that nobody runs would look like a check that passes, so each file of the folder is one.
#include "app/plan/query_checks.h"

#include <set>
#include <string>

#include "core/plan/reading/query_header.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

fs::path Normal(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

// Collects the files that texts of a part of the plan name, each relative to the file that has the
// text.
void CollectNamed(const Json& value, const std::string& pointer, const LocatedJson& plan,
                  std::set<fs::path>& named) {
  if (value.is_string()) {
    const fs::path folder = fs::path(plan.At(pointer).file).parent_path();
    named.insert(Normal(folder / value.get<std::string>()));
  } else if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      CollectNamed(member, Below(pointer, key), plan, named);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      CollectNamed(value[i], Below(pointer, i), plan, named);
    }
  }
}

// Returns the files in checks/ beside the plan's, sorted, each once.
std::set<fs::path> QueryFiles(const std::vector<fs::path>& files) {
  std::set<fs::path> found;
  for (const fs::path& file : files) {
    const fs::path folder = Normal(file).parent_path() / "checks";
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".sql") found.insert(Normal(entry.path()));
    }
  }
  return found;
}

}  // namespace

void AddQueryChecks(const std::vector<fs::path>& files, LocatedJson& plan) {
  const std::set<fs::path> found = QueryFiles(files);
  if (found.empty()) return;
  std::set<fs::path> named;
  for (const char* part : {"checks", "stages"}) {
    if (plan.value.contains(part)) CollectNamed(plan.value[part], Below("", part), plan, named);
  }
  for (const fs::path& file : found) {
    if (named.contains(file)) continue;
    // As it would be named from the current folder, for messages.
    const std::string shown = file.lexically_proximate(fs::current_path()).string();
    AppendQueryCheck(shown, ReadTextFile(file), plan);
  }
}

}  // namespace gonogo
