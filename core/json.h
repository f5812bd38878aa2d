// The one JSON type of the house: object keys keep the order in which they were written, so that
// cases run in the plan's order and evidence lines read the way they were built.
#pragma once

#include <nlohmann/json.hpp>

namespace gonogo {

using Json = nlohmann::ordered_json;

}  // namespace gonogo
