// A file without a name: gone when it is closed, whatever ends the process.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>

namespace gonogo {

// Written from its start, then read from its start. Everything throws std::runtime_error where the
// system fails.
class TemporaryFile {
 public:
  TemporaryFile();

  void Write(const void* bytes, std::size_t size);
  // How many bytes have been written.
  std::size_t size() const { return size_; }

  void Rewind();
  // Reads up to `size` bytes, and returns how many there were.
  std::size_t Read(void* bytes, std::size_t size);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, Close> file_;
  std::size_t size_ = 0;
};

}  // namespace gonogo
