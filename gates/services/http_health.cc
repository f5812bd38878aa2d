// http_health: each service answers its health check over verified TLS, and its answer has the
// version or the value that the plan expects.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/health_answer.h"
#include "gates/services/service_request.h"

namespace gonogo::http_health {
namespace {

void RequirePointer(const std::string& text, const std::string& parameter, const std::string& name,
                    const std::string& example) {
  try {
    const Json::json_pointer pointer(text);
  } catch (const Json::exception&) {
    throw PlanError(fmt::format("\"{}\" of \"{}\" must be a JSON pointer, such as {}", parameter,
                                name, example));
  }
}

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [name, given] : arguments.Map("services").items()) {
    const Arguments service(given);
    if (!service.Text("path").starts_with('/')) {
      throw PlanError(fmt::format("\"path\" of \"{}\" must begin with /", name));
    }
    if (service.Has("version") && service.Text("version").empty()) {
      throw PlanError(fmt::format("\"version\" of \"{}\" is empty", name));
    }
    RequirePointer(service.Text("version_at"), "version_at", name, "/version");
    if (service.Has("answer_has")) {
      RequirePointer(service.Text("answer_has"), "answer_has", name, "/0/domain");
    }
    for (const auto& [place, values] : service.Map("answer_is").items()) {
      RequirePointer(place, "answer_is", name, "/status");
      if (values.empty()) throw PlanError(fmt::format("\"answer_is\" {} lists no value", place));
    }
    subjects.push_back({name, ""});
  }
  return subjects;
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const Arguments service = in.arguments.Member("services", name);
  const std::string path = service.Text("path");
  const std::string url = HttpUrlOf(service.Map("url"), in.environment, path);
  const auto judge = [&](const ServiceAnswer& answer) -> std::vector<Finding> {
    auto findings = StatusFindings(name, answer, "a status of 2xx from " + path);
    if (!findings.empty()) return findings;
    return BodyFindings(name, service, std::get<HttpAnswer>(answer).body);
  };
  PolledService polled = PollService(in, {.url = url, .json = ""}, judge);
  return {.examined = 1,
          .findings = std::move(polled.findings),
          .notes = {"asked " + Counted(polled.attempts, "time")}};
}

}  // namespace

Gate Definition() {
  return {
      .name = "http_health",
      .summary = "Every service answers its health check, over verified TLS.",
      .meaning = "The service doesn't serve its users, or runs in another version than planned.",
      .remedy =
          "Read the service's log, then repair or deploy it; describe a good answer with "
          "answer_is.",
      .phases = {Phase::kGate, Phase::kCutover, Phase::kRollback},
      .parameters =
          {ObjectMapParameter(
               "services", "the services by name",
               {UrlParameter("url", "base URL of the service").Required(),
                TextParameter("path", "path of the health check").Default("/api/health").Literal(),
                TextParameter("version", "the version that the answer must have"),
                TextParameter("version_at", "place of the version in the answer, as a JSON pointer")
                    .Default("/version")
                    .Literal(),
                TextParameter("answer_has",
                              "a place where the answer must have a value, as a "
                              "JSON pointer")
                    .Literal(),
                TextListMapParameter("answer_is",
                                     "values of the answer, by JSON pointer, each a list of those "
                                     "that are well: {\"/status\": [\"ok\"]}, {\"\": [\"ok\"]} for "
                                     "a text; in all other places, nested ones too, a status such "
                                     "as error, DOWN, degraded, false or 503 is a finding")
                    .DefaultEmpty()})
               .Required(),
           DeadlineParameter(60), CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::http_health
