// Names in PostgreSQL's parse tree, which may be qualified with a schema.
#pragma once

#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns the last part of a name: of a function, operator or type. `names` is a list of String
// nodes. Throws nlohmann::json::exception if it is something else.
std::string LastName(const Json& names);

}  // namespace gonogo
