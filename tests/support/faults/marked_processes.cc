// Reads /proc. A process that ends meanwhile is none.
#include "tests/support/faults/marked_processes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gonogo::testing_support {
namespace {

std::string ContentsOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<MarkedProcess> ProcessesMarked(const std::string& mark) {
  const std::string wanted = std::string(kMark) + "=" + mark + std::string(1, '\0');
  std::vector<MarkedProcess> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    if (ContentsOf(entry.path() / "environ").find(wanted) == std::string::npos) continue;
    std::string command = ContentsOf(entry.path() / "cmdline");
    std::replace(command.begin(), command.end(), '\0', ' ');
    if (!command.empty()) found.push_back({std::stoi(name), command});  // a zombie has none
  }
  return found;
}

}  // namespace gonogo::testing_support
