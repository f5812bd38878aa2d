// Messages name the variable or the subject, never what a variable holds.
#include "gates/services/service_request.h"

#include <algorithm>

#include "core/error.h"

namespace gonogo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr milliseconds kFirstPause{250};
constexpr milliseconds kLongestPause{5'000};
constexpr milliseconds kLongestAttempt{10'000};
constexpr milliseconds kShortestAttempt{1'000};

std::string NameOf(const Json& given) {
  return given.is_object() ? given.at("env").get<std::string>() : "the URL";
}

}  // namespace

Parameter CaParameter() {
  return PathParameter("ca", "a file of certificates to trust instead of the system's");
}

Parameter DeadlineParameter(const std::string& default_value) {
  return IntegerParameter("deadline_s", "seconds within which it must answer right")
      .DefaultJson(default_value)
      .AtLeast(0);
}

std::string UrlOf(const Json& given, const Environment& environment) {
  if (given.is_string()) return given;
  const std::string variable = NameOf(given);
  const std::string url = ValueOf(environment, variable);
  if (url.empty()) throw PlanError("set " + variable + ": it holds the URL of the service");
  return url;
}

std::string HttpUrlOf(const Json& given, const Environment& environment, const std::string& path) {
  std::string url = UrlOf(given, environment);
  RequireHttpUrl(url, NameOf(given));
  if (url.find_first_of("?#") != std::string::npos) {
    throw PlanError(NameOf(given) + " must end before any ? or #: a path is added to it");
  }
  while (url.ends_with('/')) url.pop_back();
  return url + path;
}

TransferTerms TermsOf(const Inspection& in, milliseconds timeout) {
  return {.timeout = timeout,
          .ca_file = in.arguments.Has("ca") ? in.arguments.Text("ca") : "",
          .is_cancelled = [&pair = in.pair] { return pair.IsCancelled(); }};
}

std::vector<Finding> AnswerFaults(const std::string& subject, const ServiceAnswer& answer,
                                  const std::string& want) {
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    return {{subject, none->words, want}};
  }
  const auto& said = std::get<HttpAnswer>(answer);
  if (said.IsGood()) return {};
  return {{subject, "HTTP status " + std::to_string(said.status), want}};
}

Asked AskUntilRight(const Inspection& in, const HttpRequest& request,
                    const std::function<std::vector<Finding>(const ServiceAnswer&)>& judge) {
  const auto deadline = steady_clock::now() + seconds(in.arguments.Integer("deadline_s"));
  const auto left = [&] { return std::chrono::ceil<milliseconds>(deadline - steady_clock::now()); };
  Asked asked;
  for (milliseconds pause = kFirstPause;; pause = std::min(2 * pause, kLongestPause)) {
    const auto answer =
        Ask(request, TermsOf(in, std::clamp(left(), kShortestAttempt, kLongestAttempt)));
    ++asked.attempts;
    asked.findings = judge(answer);
    const auto* const none = std::get_if<Unanswered>(&answer);
    const bool hopeless = none != nullptr && none->why == Unanswered::Why::kBadTls;
    if (asked.findings.empty() || hopeless || left() <= milliseconds::zero()) return asked;
    in.pair.SleepUntil(std::min(steady_clock::now() + pause, deadline));
  }
}

}  // namespace gonogo
