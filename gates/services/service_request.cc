// Messages name the variable or the subject, never the value of a variable.
#include "gates/services/service_request.h"

#include <fmt/format.h>

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

Parameter DeadlineParameter(int default_s) {
  return IntegerParameter("deadline_s", "seconds within which the expected answer must come")
      .Default(default_s)
      .AtLeast(0);
}

std::string UrlOf(const Json& given, const Environment& environment) {
  if (given.is_string()) return given;
  const std::string variable = NameOf(given);
  const std::string url = ValueOf(environment, variable);
  if (url.empty()) throw PlanError(fmt::format("set {} to the URL of the service", variable));
  return url;
}

std::string HttpUrlOf(const Json& given, const Environment& environment, const std::string& path) {
  std::string url = UrlOf(given, environment);
  RequireHttpUrl(url, NameOf(given));
  if (url.find_first_of("?#") != std::string::npos) {
    throw PlanError(
        fmt::format("{} must not contain ? or #, because a path is appended to it", NameOf(given)));
  }
  while (url.ends_with('/')) url.pop_back();
  return url + path;
}

TransferTerms TermsOf(const Inspection& in, milliseconds timeout) {
  return {.timeout = timeout,
          .ca_file = in.arguments.Has("ca") ? in.arguments.Text("ca") : "",
          .is_cancelled = [&pair = in.pair] { return pair.cancellation().IsCancelled(); }};
}

std::vector<Finding> StatusFindings(const std::string& subject, const ServiceAnswer& answer,
                                    const std::string& want) {
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    return {{subject, none->words, want}};
  }
  const auto& http = std::get<HttpAnswer>(answer);
  if (http.IsGood()) return {};
  return {{subject, fmt::format("HTTP status {}", http.status), want}};
}

HttpAnswer Ask(const Inspection& in, const std::string& name, const Json& url,
               const std::string& path, milliseconds timeout) {
  const auto answer = SendHttpRequest({.url = HttpUrlOf(url, in.environment, path), .json = ""},
                                      TermsOf(in, timeout));
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    throw DatabaseError(name + ": " + none->words, "");
  }
  return std::get<HttpAnswer>(answer);
}

PolledService PollService(const Inspection& in, const HttpRequest& request,
                          const std::function<std::vector<Finding>(const ServiceAnswer&)>& judge) {
  const auto deadline = steady_clock::now() + seconds(in.arguments.Integer("deadline_s"));
  const auto left = [&] { return std::chrono::ceil<milliseconds>(deadline - steady_clock::now()); };
  PolledService polled;
  for (milliseconds pause = kFirstPause;; pause = std::min(2 * pause, kLongestPause)) {
    const auto answer = SendHttpRequest(
        request, TermsOf(in, std::clamp(left(), kShortestAttempt, kLongestAttempt)));
    ++polled.attempts;
    polled.findings = judge(answer);
    const auto* const none = std::get_if<Unanswered>(&answer);
    const bool is_final = none != nullptr && none->why == Unanswered::Why::kBadTls;
    if (polled.findings.empty() || is_final || left() <= milliseconds::zero()) return polled;
    in.pair.cancellation().SleepUntil(std::min(steady_clock::now() + pause, deadline));
  }
}

}  // namespace gonogo
