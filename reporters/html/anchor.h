// Names of places in the page.
#pragma once

#include <string>

namespace gonogo {

// Returns the text as the id of an element: without blanks and control characters. It may be long.
std::string AnchorOf(const std::string& text);

}  // namespace gonogo
