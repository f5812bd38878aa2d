// Renames a new link over the old one: a reader sees one of the two.
#include "app/run/latest_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <system_error>

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The names of runs begin with the time, in seconds: 20260221T093000Z.
bool IsLater(const fs::path& one, const fs::path& other) {
  constexpr std::size_t kTime = 16;
  return one.filename().string().substr(0, kTime) > other.filename().string().substr(0, kTime);
}

}  // namespace

void NameLatest(const fs::path& run) { NameLatest(run, fs::absolute(run).parent_path()); }

void NameLatest(const fs::path& run, const fs::path& folder) {
  const fs::path link = folder / "latest";
  std::error_code failed;
  const fs::file_status found = fs::symlink_status(link, failed);
  if (fs::exists(found) && !fs::is_symlink(found)) return;
  if (fs::is_symlink(found) && IsLater(fs::read_symlink(link, failed), run)) return;
  fs::create_directories(folder, failed);
  const fs::path fresh = folder / fmt::format(".latest-{}-{}", run.filename().string(), getpid());
  const fs::path to = fs::absolute(run).lexically_normal().lexically_relative(
      fs::absolute(folder).lexically_normal());
  fs::create_symlink(to, fresh, failed);
  if (!failed) fs::rename(fresh, link, failed);
  if (!failed) return;
  fs::remove(fresh, failed);
  fs::remove(link);
}

}  // namespace gonogo
