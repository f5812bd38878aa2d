// Instantiates the JSON library's parser and writer; no other file does.
#include "core/text/json.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {

Json ParseJson(std::string_view text) { return Json::parse(text); }

Json TryParseJson(std::string_view text) { return Json::parse(text, nullptr, false); }

std::string ToText(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string ToParameter(const Json& json) { return json.dump(); }

}  // namespace gonogo
