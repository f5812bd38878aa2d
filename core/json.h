// The one JSON type of the house: object keys keep the order in which they were written, so that
// cases run in the plan's order and evidence lines read the way they were built.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace gonogo {

using Json = nlohmann::ordered_json;

// As text; bytes that are not UTF-8 become U+FFFD instead of an exception. `indent` -1: one line.
inline std::string Dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gonogo
