// Replaces parts of a form: words, and whole lines with what may be several.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace gonogo {

// Returns the text with `by` wherever it has `part`.
std::string Replaced(const std::string& text, std::string_view part, std::string_view by);

// Returns the text in which `expand` has replaced the lines that begin with @WORD and a blank. It
// gets what follows there; each of its lines has the indentation of the line that it replaces.
std::string WithLines(const std::string& text, const std::string& word,
                      const std::function<std::string(const std::string&)>& expand);

}  // namespace gonogo
