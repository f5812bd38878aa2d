// old_host: nothing on the target leads back to the source: foreign servers, functions, settings.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo {
namespace {

// A loopback or a socket is no name by which others reach the source.
bool IsAName(const std::string& host) {
  return !host.empty() && host[0] != '/' && host != "localhost" && host != "::1" &&
         !host.starts_with("127.");
}

Outcome Run(const Inspection& in) {
  std::vector<std::string> hosts = in.arguments.Texts("hosts");
  for (const char* const option : {"host", "hostaddr"}) {
    const std::string host = in.pair.source_side().endpoint.Option(option);
    if (IsAName(host)) hosts.push_back(host);
  }
  if (hosts.empty()) {
    throw DatabaseError("the source's host has no name of its own here; \"hosts\" gives it", "");
  }
  return JudgeSide(in, sql::kOldHost, {ToParameter(Json(hosts))});
}

}  // namespace

Gate old_host() {
  return {
      .name = "old_host",
      .summary =
          "Nothing on the target names the source's host: foreign servers, functions, settings.",
      .phases = {Phase::kGate, Phase::kCutover, Phase::kFinalize},
      .parameters =
          {TextListParameter("hosts", "other names and addresses of the source").DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo
