// Files that a command writes for the user, who may have some of them already.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>

namespace gonogo {

// Creates the files. Throws PlanError if one of them exists, before it writes any; `command` is
// what the user called.
void WriteNewFiles(const std::string& command, const std::filesystem::path& folder,
                   const std::map<std::string, std::string>& files);

// Prints each text below the path of its file.
void PrintFiles(std::ostream& out, const std::filesystem::path& folder,
                const std::map<std::string, std::string>& files);

}  // namespace gonogo
