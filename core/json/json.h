// The JSON type. Objects keep the order of their keys, so that cases run in the plan's order.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// Instantiated once, in json.cc, because it costs seconds of compile time in every file.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {

using Json = nlohmann::ordered_json;

// Throws Json::parse_error, whose message has line and column, and PlanError if values are nested
// more than 1,000 levels deep.
Json ParseJson(std::string_view text);

// Does the same for a record, whose meaning must not depend on the reader: also throws PlanError if
// an object has a key twice.
Json ParseRecord(std::string_view text);

// Doesn't throw: returns a value that is_discarded() if the text isn't JSON. Takes time in
// proportion to the text, however deeply its values are nested.
Json TryParseJson(std::string_view text);

// Returns JSON text, on one line unless `indent` is given. Bytes that aren't UTF-8 become U+FFFD.
std::string ToText(const Json& json, int indent = -1);

// Returns JSON text for a parameter of a statement. Throws Json::type_error for bytes that aren't
// UTF-8, because the server must get exactly that value.
std::string ToParameter(const Json& json);

}  // namespace gonogo
