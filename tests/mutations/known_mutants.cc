#include "tests/mutations/known_mutants.h"

#include <fstream>
#include <functional>
#include <stdexcept>
#include <string_view>

#include "core/text/text.h"

namespace gonogo::testing_support {
namespace {

void ForEachLine(const std::string& name, const std::function<bool(const std::string&)>& read) {
  std::ifstream file(GONOGO_SOURCE_DIR "/tests/mutations/" + name);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (!read(line)) throw std::runtime_error(name + ": without a reason, or twice: " + line);
  }
}

std::set<std::string> ReadNames(const std::string& file) {
  std::set<std::string> names;
  ForEachLine(file, [&](const std::string& line) { return names.insert(line).second; });
  return names;
}

bool AddEquivalent(const std::string& line, std::set<std::string>& equivalent) {
  static constexpr std::string_view kBar = " | ";
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

}  // namespace

KnownMutants ReadKnownMutants() {
  KnownMutants known;
  ForEachLine("equivalent.txt",
              [&](const std::string& line) { return AddEquivalent(line, known.equivalent); });
  known.unsorted = ReadNames("unsorted.txt");
  known.unsent = ReadNames("unsent.txt");
  return known;
}

}  // namespace gonogo::testing_support
