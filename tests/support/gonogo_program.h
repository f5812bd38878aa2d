// Runs the built program with arguments and an environment, for tests of its output and exit
// status.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "fixtures/system/process.h"

namespace gonogo::testing_support {

using Words = std::vector<std::string>;
using Variables = std::map<std::string, std::string>;

// Runs gonogo. Paths of the project must be absolute (see InProject).
ProcessResult RunGonogo(const Words& arguments, const Variables& environment = {});

// Runs a command of the shell, in which $gonogo is the program.
ProcessResult Shell(const std::string& command);

bool OutputHas(const ProcessResult& run, const std::string& words);

// Returns the absolute path of a file of the project.
std::string InProject(const std::string& path);

// A temporary folder for one test. The destructor removes it with its contents.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  // Writes a file and returns its path.
  std::string File(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path folder_;
};

std::string ReadFile(const std::string& path);
Json VerdictIn(const std::string& evidence_folder);

}  // namespace gonogo::testing_support
