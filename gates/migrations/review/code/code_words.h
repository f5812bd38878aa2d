// Finds calls in code by their words, without knowing its language.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

using Words = std::vector<std::string_view>;

// Calls `found` with the end of each place where the code has the word as a whole.
void ForEachWord(const std::string& code, std::string_view word,
                 const std::function<void(std::size_t)>& found);

// Returns true if the code has one of the words, also as a part of another.
bool HasAny(std::string_view code, const Words& words);

// Returns the arguments of a call whose word ends at `begin`: what is in its parentheses, or, as
// Ruby has it, the rest of the line and of those that follow a comma.
std::string_view ArgumentsOf(std::string_view code, std::size_t begin);

// Returns the line of that place, from 1.
int LineOf(std::string_view code, std::size_t at);

}  // namespace gonogo
