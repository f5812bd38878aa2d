// A line is written with one call where the system takes it whole.
#include "stages/appended_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gonogo {

AppendedFile::AppendedFile(const std::filesystem::path& path, Durability durability)
    : path_(path),
      durability_(durability),
      file_(open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
  if (file_ < 0) Fail();
}

AppendedFile::~AppendedFile() { close(file_); }

void AppendedFile::Append(const Json& line) {
  const std::string text = Dumped(line) + "\n";
  const off_t before = lseek(file_, 0, SEEK_END);
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = write(file_, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int why = errno;
      // Half a line would spoil the next one. Where even that fails, the disk is at fault.
      static_cast<void>(ftruncate(file_, before) == 0);
      errno = why;
      Fail();
    }
    written += static_cast<std::size_t>(count);
  }
  if (durability_ == Durability::kHost && fdatasync(file_) != 0) Fail();
}

void AppendedFile::Lock() {
  if (flock(file_, LOCK_EX | LOCK_NB) != 0) Fail();
}

void AppendedFile::Fail() const {
  throw std::system_error(errno, std::generic_category(), path_.string());
}

}  // namespace gonogo
