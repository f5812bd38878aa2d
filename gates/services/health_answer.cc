// What is found instead of what was expected is not shown, but for a version: an answer may hold
// anything.
#include "gates/services/health_answer.h"

#include "core/text/json.h"

namespace gonogo {
namespace {

// What stands in the body at that place; null where nothing does, or the body is no JSON.
Json FoundIn(const std::string& body, const std::string& pointer) {
  const Json json = TryParseJson(body);
  const Json::json_pointer place(pointer);
  if (!json.is_structured() || !json.contains(place)) return nullptr;
  return json.at(place);
}

// Empty: nothing that could be a version.
std::string VersionIn(const std::string& body, const std::string& pointer) {
  constexpr std::size_t kLongestVersion = 100;
  const Json found = FoundIn(body, pointer);
  if (!found.is_string() && !found.is_number()) return "";
  return (found.is_string() ? found.get<std::string>() : ToText(found)).substr(0, kLongestVersion);
}

}  // namespace

std::vector<Finding> BodyFaults(const std::string& name, const Arguments& service,
                                const std::string& body) {
  std::vector<Finding> faults;
  if (service.Has("version")) {
    const std::string wanted = service.Text("version");
    const std::string place = service.Text("version_at");
    const std::string seen = VersionIn(body, place);
    if (seen != wanted) {
      faults.push_back(
          {name, seen.empty() ? "no version at " + place : "version " + seen, "version " + wanted});
    }
  }
  if (service.Has("answer_has")) {
    const std::string place = service.Text("answer_has");
    if (FoundIn(body, place).is_null()) {
      faults.push_back({name, "nothing at " + place, "an answer that has it"});
    }
  }
  return faults;
}

}  // namespace gonogo
