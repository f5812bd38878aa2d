// Runs the built program, and manages the temporary folders of tests.
#include "tests/support/gonogo_program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/json/json.h"

namespace gonogo::testing_support {
namespace fs = std::filesystem;

ProcessResult RunGonogo(const Words& arguments, const Variables& environment) {
  Words words = {GONOGO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return RunCommand({.words = words, .environment = environment});
}

ProcessResult Shell(const std::string& command) {
  return RunCommand({.words = {"sh", "-c", command}, .environment = {{"gonogo", GONOGO_PROGRAM}}});
}

bool OutputHas(const ProcessResult& run, const std::string& words) {
  return run.output.find(words) != std::string::npos;
}

std::string InProject(const std::string& path) {
  return (fs::path(GONOGO_SOURCE_DIR) / path).string();
}

Scratch::Scratch() {
  std::string folder = (fs::temp_directory_path() / "gonogo-test-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("can't create " + folder);
  folder_ = folder;
}

Scratch::~Scratch() {
  std::error_code ignored;  // a destructor can't report it
  fs::remove_all(folder_, ignored);
}

std::string Scratch::File(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name) << text;
  return Path(name);
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("can't open " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

Json VerdictIn(const std::string& evidence_folder) {
  return ParseJson(ReadFile(evidence_folder + "/verdict.json"));
}

}  // namespace gonogo::testing_support
