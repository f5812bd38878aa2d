// A header is as long as the plan has cases, and there may be hundreds of runs. So this reads those
// whose names are the newest first, and stops at the first run of the plan.
#include "app/board/newest_run.h"

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

#include "app/run/run_folders.h"
#include "core/json/json.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Returns when the run began if its folder has the name that gonogo gives, or "".
std::string TimeInName(const fs::path& folder) {
  const std::string name = folder.filename().string();
  const std::string time = name.substr(0, name.find('-'));
  const bool is_time = time.size() == 16 && time[8] == 'T' && time.back() == 'Z' &&
                       time.find_first_not_of("0123456789TZ") == std::string::npos;
  return is_time ? name : "";
}

}  // namespace

NewestRun::NewestRun(MigrationFolder migration, std::string plan)
    : migration_(std::move(migration)), plan_(std::move(plan)) {}

std::set<fs::path> NewestRun::Folders() const {
  std::set<fs::path> folders = RunFolders(migration_);
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(migration_.folder, missing)) {
    if (!entry.is_symlink() && entry.is_directory(missing)) folders.insert(entry.path());
  }
  return folders;
}

const NewestRun::Header* NewestRun::HeaderOf(const fs::path& folder) {
  if (const auto known = headers_.find(folder); known != headers_.end()) return &known->second;
  std::ifstream file(folder / "evidence.jsonl");
  std::string line;
  if (!std::getline(file, line) || file.eof()) return nullptr;  // it isn't whole yet
  try {
    const Json header = ParseRecord(line);
    return &headers_.emplace(folder, Header{RunTime(header.at("started")), header.at("plan")})
                .first->second;
  } catch (const std::exception&) {
    return nullptr;  // no run of this version of gonogo
  }
}

fs::path NewestRun::Find() {
  std::vector<std::pair<std::string, fs::path>> runs;  // by time
  for (const fs::path& folder : Folders()) {
    if (!fs::exists(folder / "evidence.jsonl")) {
      headers_.erase(folder);
      continue;
    }
    std::string time = TimeInName(folder);
    if (const Header* const header = time.empty() ? HeaderOf(folder) : nullptr)
      time = header->began;
    if (!time.empty()) runs.emplace_back(std::move(time), folder);
  }
  std::sort(runs.rbegin(), runs.rend());
  for (const auto& [time, folder] : runs) {
    const Header* const header = HeaderOf(folder);
    if (header != nullptr && (plan_.empty() || header->plan == plan_)) return folder;
  }
  return {};
}

}  // namespace gonogo
