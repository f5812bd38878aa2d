#include "gates/services/prometheus_query.h"

#include "core/error.h"
#include "gates/services/service_request.h"

namespace gonogo {

HttpAnswer AskPrometheus(const Inspection& in, const Json& url, const std::string& query) {
  constexpr std::chrono::milliseconds kQueryTimeout{10'000};
  const std::string path = "/api/v1/query?query=" + PercentEncoded(query);
  const auto answer = SendHttpRequest({.url = HttpUrlOf(url, in.environment, path), .json = ""},
                                      TermsOf(in, kQueryTimeout));
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    throw DatabaseError("Prometheus: " + none->words, "");
  }
  return std::get<HttpAnswer>(answer);
}

}  // namespace gonogo
