// The built program, judged from outside: run with arguments and an environment, by its exit status
// and what it prints.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "fixtures/system/process.h"

namespace gonogo::testing_support {

using Words = std::vector<std::string>;
using Variables = std::map<std::string, std::string>;

// Runs gonogo; a word that is a path of the project must be absolute (see InProject).
ProcessResult RunGonogo(const Words& arguments, const Variables& environment = {});

// The absolute path of a file of the project.
std::string InProject(const std::string& path);

// A folder for one test, removed with everything in it at the end.
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
