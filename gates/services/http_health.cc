// http_health: each service answers its health check over verified TLS, and is of the version that
// was to be rolled out, or answers as that version does.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/health_answer.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

void RequirePointer(const Arguments& service, const std::string& parameter, const std::string& name,
                    const std::string& example) {
  if (!service.Has(parameter)) return;
  try {
    const Json::json_pointer pointer(service.Text(parameter));
  } catch (const Json::exception&) {
    throw PlanError("\"" + parameter + "\" of \"" + name + "\" must be a JSON pointer: " + example);
  }
}

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
    RequirePointer(service, "version_at", name, "/version");
    RequirePointer(service, "answer_has", name, "/0/domain");
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
    auto faults = AnswerFaults(name, answer, "a status of 2xx from " + path);
    if (!faults.empty()) return faults;
    return BodyFaults(name, service, std::get<HttpAnswer>(answer).body);
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
          .parameters =
              {ObjectMapParameter(
                   "services", "the services by name",
                   {UrlParameter("url", "where the service is").Required(),
                    TextParameter("path", "of the health check").Default("/api/health").Literal(),
                    TextParameter("version", "that the answer must tell"),
                    TextParameter("version_at", "where in the answer, as a JSON pointer")
                        .Default("/version")
                        .Literal(),
                    TextParameter("answer_has",
                                  "where the answer must have something, as a "
                                  "JSON pointer")
                        .Literal()})
                   .Required(),
               DeadlineParameter("60"), CaParameter()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
