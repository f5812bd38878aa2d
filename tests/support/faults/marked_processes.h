// The processes that a test starts, with all their children, told by a mark in their environment.
#pragma once

#include <string>
#include <vector>

namespace gonogo::testing_support {

constexpr const char* kMark = "GONOGO_TEST_MARK";

// One process of them; `command` is its command line with blanks between the words.
struct MarkedProcess {
  int pid = 0;
  std::string command;
};

// Returns those that run now with that value of the variable GONOGO_TEST_MARK.
std::vector<MarkedProcess> ProcessesMarked(const std::string& mark);

}  // namespace gonogo::testing_support
