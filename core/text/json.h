// The JSON type of the house. Object keys keep the order in which they were written, so that cases
// run in the plan's order.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// Compiled once, in json.cc: what the library does inline costs seconds in every file.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {

using Json = nlohmann::ordered_json;

// Throws Json::parse_error, which says line and column.
Json ParseJson(std::string_view text);

// The same without throwing: a value that is_discarded() if the text isn't JSON.
Json TryParseJson(std::string_view text);

// As text, on one line unless `indent` says otherwise. Bytes that aren't UTF-8 become U+FFFD.
std::string ToText(const Json& json, int indent = -1);

// As text on one line, to be bound to a parameter of a statement: throws Json::type_error for bytes
// that aren't UTF-8, because the server must see the very value or none.
std::string ToParameter(const Json& json);

}  // namespace gonogo
