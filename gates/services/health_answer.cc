// Findings show no part of an answer except a version, because an answer may contain anything.
#include "gates/services/health_answer.h"

#include "core/text/json.h"

namespace gonogo {
namespace {

// Returns the value at that place of the body, or null if there is none or the body isn't JSON.
Json ValueAt(const std::string& body, const std::string& pointer) {
  const Json json = TryParseJson(body);
  const Json::json_pointer place(pointer);
  if (!json.is_structured() || !json.contains(place)) return nullptr;
  return json.at(place);
}

// Returns "" if the value can't be a version.
std::string VersionAt(const std::string& body, const std::string& pointer) {
  constexpr std::size_t kLongestVersion = 100;
  const Json found = ValueAt(body, pointer);
  if (!found.is_string() && !found.is_number()) return "";
  return (found.is_string() ? found.get<std::string>() : ToText(found)).substr(0, kLongestVersion);
}

}  // namespace

std::vector<Finding> BodyFindings(const std::string& name, const Arguments& service,
                                  const std::string& body) {
  std::vector<Finding> findings;
  if (service.Has("version")) {
    const std::string wanted = service.Text("version");
    const std::string place = service.Text("version_at");
    const std::string have = VersionAt(body, place);
    if (have != wanted) {
      findings.push_back(
          {name, have.empty() ? "no version at " + place : "version " + have, "version " + wanted});
    }
  }
  if (service.Has("answer_has")) {
    const std::string place = service.Text("answer_has");
    if (ValueAt(body, place).is_null()) {
      findings.push_back({name, "nothing at " + place, "a value"});
    }
  }
  return findings;
}

}  // namespace gonogo
