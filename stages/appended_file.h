// A file that only grows: each line is on its way to the disk when Append returns, so that a crash
// can cut off the last line at most.
#pragma once

#include <filesystem>

#include "core/json.h"

namespace gonogo {

enum class Durability {
  kProcess,  // a line outlives this process
  kHost,     // and the machine: it is on the disk when Append returns
};

class AppendedFile {
 public:
  // Opens the file, and makes it where there is none. Throws std::system_error.
  explicit AppendedFile(const std::filesystem::path& path,
                        Durability durability = Durability::kProcess);
  AppendedFile(const AppendedFile&) = delete;
  AppendedFile& operator=(const AppendedFile&) = delete;
  ~AppendedFile();

  // Throws std::system_error; then the file is as it was.
  void Append(const Json& line);

  // Keeps other processes from doing the same, as long as this object lives. Throws
  // std::system_error where one does already.
  void Lock();

 private:
  [[noreturn]] void Fail() const;

  std::filesystem::path path_;
  Durability durability_;
  int file_ = -1;
};

}  // namespace gonogo
