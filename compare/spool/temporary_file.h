// A temporary file without a name, which the system removes however the process ends.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>

namespace gonogo {

// Write it from the start, call Rewind, then read it from the start. Every function throws
// std::runtime_error if the system call fails.
class TemporaryFile {
 public:
  TemporaryFile();

  void Write(const void* bytes, std::size_t size);
  // Returns the number of bytes written.
  std::size_t size() const { return size_; }

  void Rewind();
  // Reads up to `size` bytes and returns how many it read.
  std::size_t Read(void* bytes, std::size_t size);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, Close> file_;
  std::size_t size_ = 0;
};

}  // namespace gonogo
