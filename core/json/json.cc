// Instantiates the JSON library's parser and writer; no other file does.
#include "core/json/json.h"

#include <set>
#include <vector>

#include "core/error.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {

Json ParseJson(std::string_view text) { return Json::parse(text); }

Json ParseRecord(std::string_view text) {
  std::vector<std::set<std::string>> keys;  // of the objects around the value that is read
  return Json::parse(text, [&](int /*depth*/, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key && !keys.back().insert(parsed).second) {
      throw PlanError("the key " + ToText(parsed) + " is given twice");
    }
    return true;
  });
}

Json TryParseJson(std::string_view text) { return Json::parse(text, nullptr, false); }

std::string ToText(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string ToParameter(const Json& json) { return json.dump(); }

}  // namespace gonogo
