// Findings show no part of an answer except a version, because an answer may contain anything.
#include "gates/services/health_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kStatus = "/status";

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
    findings.push_back({name, (have.is_null() ? "nothing at " : "another value at ") + place,
                        Join(values, " or ")});
  }
}

// Words and numbers with which services say that they aren't well, whatever their HTTP status.
bool SaysThatItIsIll(const Json& status) {
  constexpr double kFirstServerError = 500;
  static const std::set<std::string> ill = {
      "bad",       "critical",       "dead",        "down",         "error",       "fail",
      "failed",    "failing",        "failure",     "ko",           "maintenance", "nok",
      "not ok",    "not_ok",         "offline",     "starting",     "stopped",     "stopping",
      "unhealthy", "out_of_service", "unavailable", "shutting_down"};
  if (status.is_boolean()) return !status.get<bool>();
  if (status.is_number()) return status.get<double>() >= kFirstServerError;
  if (!status.is_string()) return false;
  std::string word(Trim(status.get_ref<const std::string&>()));
  std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
  return ill.contains(word);
}

// Returns where the answer says that the service isn't well, or "". The plan judges the places that
// it names.
std::string IllPlace(const std::string& body, const Json& wanted) {
  for (const std::string place : {kStatus, "/healthy", "/ok", "/success"}) {
    const Json value = ValueAt(body, place);
    const bool is_ill = place == kStatus ? SaysThatItIsIll(value) : value == false;
    if (is_ill && !wanted.contains(place)) return place;
  }
  return "";
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
    findings.push_back({name, fmt::format("a status at {} that isn't well", place),
                        "another one, or \"answer_is\" with the statuses that are well"});
  }
  return findings;
}

}  // namespace gonogo
