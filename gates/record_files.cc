// A file that is not there yet says nothing; one that cannot be read must not be taken for it.
#include "gates/record_files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const std::string& path) {
  std::error_code failed;
  const auto kind = fs::status(path, failed).type();
  if (kind == fs::file_type::not_found) return "";
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  const bool is_read = kind == fs::file_type::regular && file &&
                       (text << file.rdbuf() || file.peek() == std::ifstream::traits_type::eof());
  if (!is_read) throw PlanError(path + ": this file cannot be read");
  return text.str();
}

}  // namespace

std::vector<Signoff> ReadSignoffs(const std::string& path) {
  return ParseSignoffs(TextOf(path), path);
}

std::vector<Waiver> ReadWaivers(const std::string& path) {
  return ParseWaivers(TextOf(path), path);
}

}  // namespace gonogo
