// The files that gates read, which damage is planted in.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/selftest/damaged_copy.h"
#include "core/record/trial.h"

namespace gonogo {

class DamagedFiles {
 public:
  // The files will be in this folder.
  explicit DamagedFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }

  // Writes a file, which Undo restores. Throws std::runtime_error.
  void Write(const std::string& name, const std::string& text);

  // Runs the damage's commands in the folder. Returns why it isn't planted, which leaves the files
  // as they were. Throws std::runtime_error if there is no shell.
  std::optional<NotPlanted> Plant(const Damage& damage);

  // Restores all files, and removes all others. Throws std::filesystem::filesystem_error.
  void Undo();

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string> texts_;  // by name
};

}  // namespace gonogo
