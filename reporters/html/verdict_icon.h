// The icon of a page.
#pragma once

#include <string>

namespace gonogo {

// Returns a circle in the colour of the verdict, as an image in the page: its policy allows only
// those. `tone`: "go", "nogo" or "unsure".
std::string VerdictIcon(const std::string& tone);

}  // namespace gonogo
