// http: an HTTP request of the plan is answered with the wanted status and text. For what no other
// gate asks a service.
#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/service_request.h"
#include "gates/services/wanted_texts.h"

namespace gonogo::http {
namespace {

constexpr WantedTexts kTexts = {.has = "body_has", .lacks = "body_lacks", .in = "a body"};

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (!arguments.Text("path").starts_with('/')) throw PlanError("\"path\" must begin with /");
  RequireTexts(kTexts, arguments);
  if (arguments.Has("bearer_from") && arguments.Text("bearer_from").empty()) {
    throw PlanError("\"bearer_from\" is empty");
  }
  if (arguments.Has("json") && !Json::accept(arguments.Text("json"))) {
    throw PlanError("\"json\" isn't JSON");
  }
  return {{arguments.Text("path"), ""}};
}

// A line break in a token would begin another header.
std::string TokenOf(const Inspection& in) {
  if (!in.arguments.Has("bearer_from")) return "";
  const std::string& name = in.arguments.Text("bearer_from");
  const std::string token = ValueOf(in.environment, name);
  const auto is_visible = [](unsigned char c) { return c > ' ' && c < 0x7f; };
  if (token.empty() || !std::all_of(token.begin(), token.end(), is_visible)) {
    throw PlanError(fmt::format("set {} to the token, without spaces and line breaks", name));
  }
  return token;
}

HttpRequest RequestOf(const Inspection& in) {
  const Arguments& given = in.arguments;
  return {.url = HttpUrlOf(given.Map("url"), in.environment, given.Text("path")),
          .json = given.Has("json") ? given.Text("json") : "",
          .bearer = TokenOf(in)};
}

// Doesn't show the body, which may hold what only the service's users may read.
std::vector<Finding> Judge(const Inspection& in, const ServiceAnswer& answer) {
  const Arguments& given = in.arguments;
  const std::string want = fmt::format("HTTP status {}", given.Integer("status"));
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    return {{in.subject.name, none->words, want}};
  }
  const auto& http = std::get<HttpAnswer>(answer);
  std::vector<Finding> findings =
      TextFindings(kTexts, given, in.subject.name, http.body,
                   "a body of " + Counted(http.body.size(), "byte") + " without the text");
  if (http.status != given.Integer("status")) {
    findings.insert(findings.begin(),
                    {in.subject.name, fmt::format("HTTP status {}", http.status), want});
  }
  return findings;
}

Outcome Run(const Inspection& in) {
  PolledService polled = PollService(
      in, RequestOf(in), [&](const ServiceAnswer& answer) { return Judge(in, answer); });
  return {.examined = 1,
          .findings = std::move(polled.findings),
          .notes = {"asked " + Counted(polled.attempts, "time")}};
}

}  // namespace

Gate Definition() {
  return {
      .name = "http",
      .summary = "A request of the plan is answered with the wanted status and text.",
      .meaning = "A service answers a request of the plan otherwise than the plan wants.",
      .remedy = "Send the same request by hand, and read the service's log.",
      .phases = {Phase::kGate},
      .parameters = {UrlParameter("url", "base URL of the service").Required(),
                     TextParameter("path", "what is requested there, with ?name=value if needed")
                         .Default("/"),
                     TextParameter("json", "the body of a POST request; without it: GET"),
                     TextParameter("bearer_from",
                                   "the variable with the token that the request is authorized by"),
                     IntegerParameter("status", "the wanted HTTP status; redirects aren't followed")
                         .Default(200)
                         .AtLeast(100),
                     TextParameter("body_has", "a text that the answer's body must contain"),
                     TextParameter("body_lacks", "a text that it must not contain"),
                     DeadlineParameter(10), CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::http
