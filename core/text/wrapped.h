// Wraps text for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gonogo {

inline constexpr std::size_t kTerminalWidth = 80;

// Returns the words of one line of text in lines that end before `width`, all but the first one
// indented. `column` is where the text begins. Never breaks `code between backticks`, or a word.
std::string Wrapped(std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width = kTerminalWidth);

// Wraps each line of the text. What follows is indented by two more than the line.
std::string WrappedLines(std::string_view text, std::size_t width = kTerminalWidth);

// Returns the text up to that many characters, with "..." if there is more.
std::string CutTo(std::string_view text, std::size_t width);

}  // namespace gonogo
