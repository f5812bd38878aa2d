// The templates, the style and the scripts of report.html, which the build embeds.
#pragma once

#include <string_view>

namespace gonogo {

extern const std::string_view kPageTemplate;   // page.mustache
extern const std::string_view kFleetTemplate;  // fleet.mustache
extern const std::string_view kPageStyle;      // page.css
extern const std::string_view kPageScript;     // page.js
extern const std::string_view kBoardScript;    // board.js

}  // namespace gonogo
