// The answer of /api/v1/query: {"status": "success", "data": {"resultType": "vector", "result":
// [{"metric": {}, "value": [TIME, "NUMBER"]}]}}; of a scalar, the result is [TIME, "NUMBER"].
#include "gates/services/prometheus_answer.h"

#include "core/error.h"
#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

[[noreturn]] void Refuse(const std::string& why) { throw DatabaseError("Prometheus: " + why, ""); }

std::string TextAt(const Json& json, const char* pointer) {
  const Json::json_pointer place(pointer);
  const bool is_there = json.contains(place) && json.at(place).is_string();
  return is_there ? json.at(place).get<std::string>() : "";
}

std::string Shown(const std::string& words) {
  constexpr std::size_t kShown = 300;
  return Printable(WithoutCredentials(words.substr(0, kShown)));
}

// Of its annotations, those that begin so are about style.
void RefuseWarnings(const Json& json) {
  if (!json.contains("warnings") || !json["warnings"].is_array()) return;
  for (const Json& warning : json["warnings"]) {
    const std::string words = warning.is_string() ? warning.get<std::string>() : ToText(warning);
    if (!words.starts_with("PromQL info")) Refuse("the answer has a warning: " + Shown(words));
  }
}

// [TIME, "NUMBER"].
double NumberOf(const Json& sample) {
  const bool is_sample = sample.is_array() && sample.size() == 2 && sample[1].is_string();
  if (!is_sample) Refuse("the answer holds no number");
  const std::string text = sample[1];
  const auto number = ParseNumber(text);
  if (!number) Refuse("no data: the query comes to " + Shown(text));
  return *number;
}

}  // namespace

double NumberIn(const HttpAnswer& answer) {
  const Json json = TryParseJson(answer.body);
  if (!json.is_object() || TextAt(json, "/status") != "success") {
    const std::string words =
        json.is_object() ? TextAt(json, "/errorType") + ": " + TextAt(json, "/error") : "no answer";
    Refuse("HTTP status " + std::to_string(answer.status) + ", " + Shown(words));
  }
  RefuseWarnings(json);
  const std::string type = TextAt(json, "/data/resultType");
  const Json::json_pointer place("/data/result");
  const Json result = json.contains(place) ? json.at(place) : Json();
  if (type == "scalar") return NumberOf(result);
  if (type != "vector" || !result.is_array()) Refuse("the query is no instant query");
  if (result.empty()) Refuse("no data: the query finds no series");
  if (result.size() > 1) {
    Refuse("the query finds " + std::to_string(result.size()) + " series; aggregate them to one");
  }
  return NumberOf(result[0].is_object() ? result[0].value("value", Json()) : Json());
}

}  // namespace gonogo
