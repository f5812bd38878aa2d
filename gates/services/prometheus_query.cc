#include "gates/services/prometheus_query.h"

#include "gates/services/service_request.h"

namespace gonogo {

HttpAnswer AskPrometheus(const Inspection& in, const Json& url, const std::string& query) {
  constexpr std::chrono::milliseconds kQueryTimeout{10'000};
  return Ask(in, "Prometheus", url, "/api/v1/query?query=" + PercentEncoded(query), kQueryTimeout);
}

}  // namespace gonogo
