// What is half written is never seen: a rename is all or nothing.
#include "stages/text_file.h"

#include <fstream>
#include <sstream>

#include "core/error.h"

namespace gonogo {
namespace fs = std::filesystem;

std::string ReadTextFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (fs::is_directory(path) || !file || !(text << file.rdbuf() || file.peek() == EOF)) {
    throw PlanError(path.string() + ": there is no such file, or it cannot be read");
  }
  return text.str();
}

void WriteTextFile(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  const fs::path beside = path.string() + ".new";
  std::ofstream file(beside, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
  fs::rename(beside, path);
}

}  // namespace gonogo
