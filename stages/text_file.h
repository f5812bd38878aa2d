// Text files, read and written as a whole.
#pragma once

#include <filesystem>
#include <string>

namespace gonogo {

// Throws PlanError where the file cannot be read.
std::string ReadTextFile(const std::filesystem::path& path);

// Writes to a file beside it and renames, so that nobody ever reads half of it. Makes the folder
// around it where there is none. Throws std::runtime_error.
void WriteTextFile(const std::filesystem::path& path, const std::string& text);

}  // namespace gonogo
