// Reads the answer of /api/v1/query: {"status": "success", "data": {"resultType": "vector",
// "result": [{"metric": {}, "value": [TIME, "NUMBER"]}]}}. The result of a scalar is [TIME,
// "NUMBER"].
#include "gates/services/prometheus_answer.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

[[noreturn]] void Fail(const std::string& reason) {
  throw DatabaseError("Prometheus: " + reason, "");
}

std::string TextAt(const Json& json, const char* pointer) {
  const Json::json_pointer place(pointer);
  const bool is_there = json.contains(place) && json.at(place).is_string();
  return is_there ? json.at(place).get<std::string>() : "";
}

std::string Shown(const std::string& text) {
  constexpr std::size_t kShown = 300;
  return Printable(WithoutCredentials(text.substr(0, kShown)));
}

// Fails if the answer has warnings, except those about the style of the query ("PromQL info").
void RequireNoWarnings(const Json& json) {
  if (!json.contains("warnings") || !json["warnings"].is_array()) return;
  for (const Json& warning : json["warnings"]) {
    const std::string text = warning.is_string() ? warning.get<std::string>() : ToText(warning);
    if (!text.starts_with("PromQL info")) Fail("the answer has a warning: " + Shown(text));
  }
}

// [TIME, "NUMBER"].
double NumberOf(const Json& sample) {
  const bool is_sample = sample.is_array() && sample.size() == 2 && sample[1].is_string();
  if (!is_sample) Fail("the answer has no number");
  const std::string text = sample[1];
  const auto number = ParseNumber(text);
  if (!number) Fail("no data: the query returns " + Shown(text));
  return *number;
}

}  // namespace

std::optional<double> NumberIfAny(const HttpAnswer& answer) {
  const Json json = TryParseJson(answer.body);
  if (!answer.IsGood() || TextAt(json, "/status") != "success") {
    const std::string type = TextAt(json, "/errorType");
    const std::string reason = type.empty() ? "no answer" : type + ": " + TextAt(json, "/error");
    Fail(fmt::format("HTTP status {}, {}", answer.status, Shown(reason)));
  }
  RequireNoWarnings(json);
  const std::string type = TextAt(json, "/data/resultType");
  const Json::json_pointer place("/data/result");
  const Json result = json.contains(place) ? json.at(place) : Json();
  if (type == "scalar") return NumberOf(result);
  if (type != "vector" || !result.is_array()) Fail("the query isn't an instant query");
  if (result.empty()) return std::nullopt;
  if (result.size() > 1) {
    Fail(fmt::format("the query finds {} series; aggregate them to one", result.size()));
  }
  return NumberOf(result[0].is_object() ? result[0].value("value", Json()) : Json());
}

double NumberIn(const HttpAnswer& answer) {
  if (const auto number = NumberIfAny(answer)) return *number;
  Fail("no data: the query finds no series");
}

}  // namespace gonogo
