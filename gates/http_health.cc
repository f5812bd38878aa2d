// http_health: each service answers its health check over verified TLS, and is of the version that
// was to be rolled out.
#include "core/error.h"
#include "core/gate.h"
#include "core/text.h"
#include "gates/service_request.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, given] : arguments.Map("services").items()) {
    const Arguments service(given);
    if (!service.Text("path").starts_with('/')) {
      throw PlanError("\"path\" of \"" + name + "\" must begin with /");
    }
    if (service.Has("version") && service.Text("version").empty()) {
      throw PlanError("\"version\" of \"" + name + "\" is empty");
    }
    try {
      const Json::json_pointer pointer(service.Text("version_at"));
    } catch (const Json::exception&) {
      throw PlanError("\"version_at\" of \"" + name + "\" must be a JSON pointer: /version");
    }
    subjects.push_back({name, ""});
  }
  return subjects;
}

// What stands in the body where the version is expected; empty: nothing that could be one.
std::string VersionIn(const std::string& body, const std::string& pointer) {
  constexpr std::size_t kLongestVersion = 100;
  const Json json = Json::parse(body, nullptr, false);
  const Json::json_pointer place(pointer);
  if (!json.is_structured() || !json.contains(place)) return "";
  const Json& found = json.at(place);
  if (!found.is_string() && !found.is_number()) return "";
  return (found.is_string() ? found.get<std::string>() : found.dump()).substr(0, kLongestVersion);
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const Arguments service = in.arguments.Member("services", name);
  const std::string path = service.Text("path");
  const std::string url = HttpUrlOf(service.Map("url"), in.environment, path);
  const auto judge = [&](const ServiceAnswer& answer) -> std::vector<Finding> {
    auto faults = AnswerFaults(name, answer, "a status of 2xx from " + path);
    if (!faults.empty() || !service.Has("version")) return faults;
    const std::string wanted = service.Text("version");
    const std::string place = service.Text("version_at");
    const std::string seen = VersionIn(std::get<HttpAnswer>(answer).body, place);
    if (seen == wanted) return {};
    return {
        {name, seen.empty() ? "no version at " + place : "version " + seen, "version " + wanted}};
  };
  Asked asked = AskUntilRight(in, {.url = url, .json = ""}, judge);
  return {.examined = 1,
          .findings = std::move(asked.findings),
          .notes = {"asked " + Counted(asked.attempts, "time")}};
}

}  // namespace

Gate http_health() {
  return {.name = "http_health",
          .summary = "Every service answers its health check, over verified TLS.",
          .phases = {Phase::kGate, Phase::kCutover, Phase::kRollback},
          .parameters = {{.name = "services",
                          .kind = Kind::kObjects,
                          .description = "the services by name",
                          .required = true,
                          .fields = {{.name = "url",
                                      .kind = Kind::kUrl,
                                      .description = "where the service is",
                                      .required = true},
                                     {.name = "path",
                                      .kind = Kind::kText,
                                      .description = "of the health check",
                                      .default_value = "\"/api/health\"",
                                      .literal = true},
                                     {.name = "version",
                                      .kind = Kind::kText,
                                      .description = "that the answer must tell"},
                                     {.name = "version_at",
                                      .kind = Kind::kText,
                                      .description = "where in the answer, as a JSON pointer",
                                      .default_value = "\"/version\"",
                                      .literal = true}}},
                         DeadlineParameter("60"),
                         CaParameter()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
