// Changes definitions, one word at a time.
#pragma once

#include <string>
#include <vector>

namespace gonogo::testing_support {

// Returns the definition with each word, operator and literal changed, and with each cast removed,
// one at a time. Each result means something else, or nothing.
std::vector<std::string> WithChangedWords(const std::string& sql);

}  // namespace gonogo::testing_support
