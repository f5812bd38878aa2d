// Findings show no part of an answer except a version, because an answer may contain anything.
#include "gates/services/health_answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/services/health_words.h"

namespace gonogo {
namespace {

// Returns the value at that place of the body, or null if there is none or the body isn't JSON. The
// place "" is the whole body, if it is a text.
Json ValueAt(const std::string& body, const std::string& pointer) {
  const Json json = TryParseJson(body);
  if (pointer.empty() && !json.is_structured()) {
    return json.is_string() ? json : Json(std::string(Trim(body)));
  }
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

bool IsOneOf(const Json& value, const std::vector<std::string>& texts) {
  if (value.is_structured()) return false;
  const std::string text = value.is_string() ? value.get<std::string>() : ToText(value);
  return std::ranges::find(texts, text) != texts.end();
}

void AddValueFindings(const std::string& name, const Json& wanted, const std::string& body,
                      std::vector<Finding>& findings) {
  for (const auto& [place, texts] : wanted.items()) {
    const Json have = ValueAt(body, place);
    const auto values = texts.get<std::vector<std::string>>();
    if (IsOneOf(have, values)) continue;
    const std::string where = place.empty() ? "the answer" : place;
    findings.push_back({name, (have.is_null() ? "nothing at " : "another value at ") + where,
                        Join(values, " or ")});
  }
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
  const Json& wanted = service.Map("answer_is");
  AddValueFindings(name, wanted, body, findings);
  if (const std::string place = IllPlace(body, wanted); !place.empty()) {
    const std::string have = place.starts_with('/')
                                 ? fmt::format("a status at {} that isn't well", place)
                                 : place + " says that it isn't well";
    findings.push_back(
        {name, have, "another one, or \"answer_is\" with the statuses that are well"});
  }
  return findings;
}

}  // namespace gonogo
