// Only root can mount. What is still open when it is unmounted goes with the last who has it open.
#include "tests/support/faults/small_disk.h"

#include <fmt/format.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "fixtures/system/process.h"

namespace gonogo::testing_support {
namespace fs = std::filesystem;

bool SmallDisk::IsPossible() { return geteuid() == 0; }

SmallDisk::SmallDisk(int megabytes) : mount_("/tmp/gonogo-disk-XXXXXX") {
  if (mkdtemp(mount_.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), mount_);
  }
  const std::string options = fmt::format("size={}m,mode=755", megabytes);
  if (mount("tmpfs", mount_.c_str(), "tmpfs", 0, options.c_str()) != 0) {
    throw std::system_error(errno, std::generic_category(), "mount " + mount_);
  }
  fs::create_directory(folder());
  GiveToUnprivilegedUser(folder());
}

SmallDisk::~SmallDisk() {
  umount2(mount_.c_str(), MNT_DETACH);
  rmdir(mount_.c_str());
}

void SmallDisk::Fill() const {
  std::ofstream filler(mount_ + "/filler", std::ios::binary);
  const std::string block(4096, 'x');
  while (filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
  }
}

void SmallDisk::Empty() const { fs::remove(mount_ + "/filler"); }

}  // namespace gonogo::testing_support
