// A folder with the files that an input describes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gonogo::fuzz {

// An input for readers of folders: a first line, then each file after a line "=== NAME".
struct DescribedFolder {
  std::string heading;
  std::vector<std::pair<std::string, std::string>> files;  // names, relative to the folder; texts

  // Returns the text of the file, or "".
  std::string TextOf(std::string_view name) const;
};

// Returns at most 16 files. Leaves out names that lead out of the folder.
DescribedFolder ReadDescribedFolder(std::string_view input);

// A private folder, in memory if the system has a file system there. It goes with the object.
class SmallFolder {
 public:
  SmallFolder();
  ~SmallFolder();
  SmallFolder(const SmallFolder&) = delete;
  SmallFolder& operator=(const SmallFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Writes a file. Leaves it out if its name is that of a folder, or has a file for a folder.
  void Write(const std::string& name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

}  // namespace gonogo::fuzz
