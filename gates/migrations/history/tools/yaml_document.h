// Reads YAML as the JSON that says the same.
#pragma once

#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns the document, with all scalars as texts: numbers as YAML 1.1 reads them, 007 as 7.
// Aliases and merge keys (<<) are replaced by what they refer to. An empty text is null. Throws
// std::runtime_error if it isn't YAML, has several documents, or would become too large.
Json ParseYaml(const std::string& text);

}  // namespace gonogo
