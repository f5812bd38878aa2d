// The report is a file without a name (memfd_create), which GoogleTest opens by /proc.
#include "app/run/junit_report.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace gonogo {
namespace {

[[noreturn]] void ThrowNoReport() {
  throw std::system_error(errno, std::generic_category(), "can't keep the report of the tests");
}

}  // namespace

JunitReport::JunitReport()
    : memory_(memfd_create("gonogo-junit", MFD_CLOEXEC)),
      spare_(memory_ < 0 ? -1 : fcntl(memory_, F_DUPFD_CLOEXEC, 0)) {
  if (spare_ >= 0) return;
  if (memory_ >= 0) close(memory_);
  ThrowNoReport();
}

JunitReport::~JunitReport() {
  LetGoogleTestOpen();
  close(memory_);
}

std::string JunitReport::path() const { return "/proc/self/fd/" + std::to_string(memory_); }

void JunitReport::LetGoogleTestOpen() {
  if (spare_ >= 0) close(spare_);
  spare_ = -1;
}

std::string JunitReport::Text() const {
  const off_t size = lseek(memory_, 0, SEEK_END);
  if (size <= 0) throw std::runtime_error("GoogleTest wrote no report");
  std::string text(static_cast<std::size_t>(size), '\0');
  std::size_t read = 0;
  while (read < text.size()) {
    const ssize_t count =
        pread(memory_, text.data() + read, text.size() - read, static_cast<off_t>(read));
    if (count <= 0) ThrowNoReport();
    read += static_cast<std::size_t>(count);
  }
  return text;
}

}  // namespace gonogo
