// Lines are written with one call each, so that a crash can cut off the last line at most.
#include "app/evidence_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "app/files.h"
#include "core/error.h"

namespace gonogo {
namespace fs = std::filesystem;

EvidenceFolder::EvidenceFolder(fs::path folder) : folder_(std::move(folder)) {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed) throw PlanError(folder_.string() + ": " + failed.message());
  if (!fs::is_empty(folder_)) {
    throw PlanError(folder_.string() + " is not empty: every run needs a folder of its own");
  }
  fs::create_directories(junit());
  const fs::path path = folder_ / "evidence.jsonl";
  file_ = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
}

EvidenceFolder::~EvidenceFolder() { close(file_); }

void EvidenceFolder::Append(const Json& line) {
  const std::string text = Dumped(line) + "\n";
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = write(file_, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw std::system_error(errno, std::generic_category(), "evidence.jsonl");
    written += static_cast<std::size_t>(count);
  }
}

void EvidenceFolder::WriteVerdict(const Json& verdict) {
  WriteTextFile(folder_ / "verdict.json", Dumped(verdict, 2) + "\n");
}

}  // namespace gonogo
