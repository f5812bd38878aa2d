// Renders Mustache templates, in which every value is escaped for HTML unless the template says
// not.
#pragma once

#include <string>
#include <string_view>

#include "core/json/json.h"

namespace gonogo {

// Returns the template with the values of `data`, which has only objects, arrays, texts and
// booleans. An empty text and an absent member are false. Throws std::logic_error if the template
// is invalid.
std::string Rendered(std::string_view page, const Json& data);

// Returns the source of a Content-Security-Policy that allows this text: 'sha256-...'.
std::string PolicySourceOf(std::string_view text);

}  // namespace gonogo
