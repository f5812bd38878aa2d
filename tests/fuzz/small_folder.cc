// Names of files are as hostile as texts, but must stay below the folder.
#include "tests/fuzz/small_folder.h"

#include <stdlib.h>  // mkdtemp

#include <algorithm>
#include <fstream>
#include <system_error>

#include "core/text/text.h"

namespace gonogo::fuzz {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kBeforeName = "=== ";
constexpr std::size_t kMostFiles = 16;
constexpr std::size_t kLongestName = 100;

bool StaysBelow(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name.find('\0') != std::string_view::npos) {
    return false;
  }
  const std::vector<std::string> words = Split(name, '/');
  return std::ranges::none_of(
      words, [](const std::string& word) { return word.empty() || word == "." || word == ".."; });
}

}  // namespace

std::string DescribedFolder::TextOf(std::string_view name) const {
  const auto found = std::ranges::find(files, name, &std::pair<std::string, std::string>::first);
  return found == files.end() ? "" : found->second;
}

DescribedFolder ReadDescribedFolder(std::string_view input) {
  DescribedFolder folder;
  std::string* text = &folder.heading;
  for (const std::string& line : Split(input, '\n')) {
    if (line.starts_with(kBeforeName)) {
      if (folder.files.size() == kMostFiles) break;
      folder.files.emplace_back(line.substr(kBeforeName.size()), "");
      text = &folder.files.back().second;
    } else {
      *text += line + "\n";
    }
  }
  folder.heading = Trim(folder.heading);
  std::erase_if(folder.files, [](const auto& file) { return !StaysBelow(file.first); });
  return folder;
}

SmallFolder::SmallFolder() {
  const fs::path memory = "/dev/shm";
  const fs::path around = fs::is_directory(memory) ? memory : fs::temp_directory_path();
  std::string name = (around / "gonogo_fuzz.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "can't make a folder for an input");
  }
  path_ = name;
}

SmallFolder::~SmallFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void SmallFolder::Write(const std::string& name, std::string_view text) const {
  const fs::path path = path_ / name;
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace gonogo::fuzz
