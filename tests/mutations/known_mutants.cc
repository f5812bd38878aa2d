#include "tests/mutations/known_mutants.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string_view>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo::testing_support {
namespace {

constexpr std::string_view kBar = " | ";

void ForEachLine(const std::string& name, const std::function<bool(const std::string&)>& read) {
  std::ifstream file(GONOGO_SOURCE_DIR "/tests/mutations/" + name);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (!read(line))
      throw std::runtime_error(name + ": without a reason or test, or twice: " + line);
  }
}

std::set<std::string> ReadNames(const std::string& file) {
  std::set<std::string> names;
  ForEachLine(file, [&](const std::string& line) { return names.insert(line).second; });
  return names;
}

bool AddEquivalent(const std::string& line, std::set<std::string>& equivalent) {
  const std::size_t names_end = line.find(kBar);
  const std::size_t reason = line.rfind(kBar);
  if (reason == std::string::npos || reason == names_end || reason + kBar.size() == line.size())
    return false;
  const std::string change = line.substr(names_end, reason - names_end);
  for (const std::string& name : Split(line.substr(0, names_end), ',')) {
    if (!equivalent.insert(name + change).second) return false;
  }
  return true;
}

// Returns the test program whose folder in tests/ has the test, given as Suite.Name. "": none has.
std::string ProgramOf(const std::string& test) {
  const std::vector<std::string> names = Split(test, '.');
  if (names.size() != 2) return "";
  const std::string macro = "(" + names[0] + ", " + names[1] + ")";
  const std::filesystem::path tests = GONOGO_SOURCE_DIR "/tests";
  for (const auto& file : std::filesystem::recursive_directory_iterator(tests)) {
    if (!file.path().string().ends_with("_test.cc")) continue;
    if (ReadTextFile(file.path()).find(macro) != std::string::npos)
      return file.path().lexically_relative(tests).begin()->string() + "_tests";
  }
  return "";
}

// "STATEMENT | Suite.Name | why no case can"
bool AddElsewhere(const std::string& line, std::map<std::string, ProvingTest>& elsewhere) {
  const std::size_t name_end = line.find(kBar);
  const std::size_t reason = line.rfind(kBar);
  if (reason == std::string::npos || reason == name_end) return false;
  const std::size_t begin = name_end + kBar.size();
  const std::string test = line.substr(begin, reason - begin);
  const std::string program = ProgramOf(test);
  return !program.empty() &&
         elsewhere.emplace(line.substr(0, name_end), ProvingTest{program, test}).second;
}

}  // namespace

KnownMutants ReadKnownMutants() {
  KnownMutants known;
  ForEachLine("equivalent.txt",
              [&](const std::string& line) { return AddEquivalent(line, known.equivalent); });
  known.unsent = ReadNames("unsent.txt");
  ForEachLine("elsewhere.txt",
              [&](const std::string& line) { return AddElsewhere(line, known.elsewhere); });
  return known;
}

}  // namespace gonogo::testing_support
