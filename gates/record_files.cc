// A file that is not there yet says nothing; one that cannot be read must not be taken for it.
#include "gates/record_files.h"

#include <filesystem>

#include "fixtures/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const std::string& path) {
  std::error_code failed;
  const bool missing = fs::status(path, failed).type() == fs::file_type::not_found;
  return missing ? "" : ReadTextFile(path);
}

}  // namespace

std::vector<Signoff> ReadSignoffs(const std::string& path) {
  return ParseSignoffs(TextOf(path), path);
}

std::vector<Waiver> ReadWaivers(const std::string& path) {
  return ParseWaivers(TextOf(path), path);
}

}  // namespace gonogo
