// Uses std::tmpfile, which removes the file's name at once.
#include "compare/spool/temporary_file.h"

#include <stdexcept>

namespace gonogo {

TemporaryFile::TemporaryFile() : file_(std::tmpfile()) {
  if (!file_) throw std::runtime_error("can't create a temporary file");
}

void TemporaryFile::Write(const void* bytes, std::size_t size) {
  if (std::fwrite(bytes, 1, size, file_.get()) != size) {
    throw std::runtime_error("can't write a temporary file: is the disk full?");
  }
  size_ += size;
}

void TemporaryFile::Rewind() { std::rewind(file_.get()); }

std::size_t TemporaryFile::Read(void* bytes, std::size_t size) {
  const std::size_t read = std::fread(bytes, 1, size, file_.get());
  if (std::ferror(file_.get()) != 0) throw std::runtime_error("can't read a temporary file");
  return read;
}

}  // namespace gonogo
