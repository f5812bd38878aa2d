// A disk of a few MB, which can be filled.
#pragma once

#include <string>

namespace gonogo::testing_support {

// Mounts a file system in memory that belongs to the servers' user, until it is destroyed.
class SmallDisk {
 public:
  // Returns whether this process may mount one.
  static bool IsPossible();

  explicit SmallDisk(int megabytes);
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk();

  // A folder on it, for a server or for whoever runs the tests.
  std::string folder() const { return mount_ + "/server"; }

  // Takes all space that is left, and gives it back.
  void Fill() const;
  void Empty() const;

 private:
  std::string mount_;
};

}  // namespace gonogo::testing_support
