// old_host: no foreign server, function or setting of the target mentions the source's host.
#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::old_host {
namespace {

// A loopback address or a socket isn't a name under which other hosts reach the source.
bool IsReachableName(const std::string& host) {
  return !host.empty() && host[0] != '/' && host != "localhost" && host != "::1" &&
         !host.starts_with("127.");
}

Outcome Run(const Inspection& in) {
  std::vector<std::string> hosts = in.arguments.Texts("hosts");
  for (const char* const option : {"host", "hostaddr"}) {
    const std::string host = in.pair.Of(SideName::kSource).endpoint.Option(option);
    if (IsReachableName(host)) hosts.push_back(host);
  }
  if (hosts.empty()) {
    throw DatabaseError(
        "the source's host is only known as a local address; list its names under \"hosts\"", "");
  }
  return JudgeSide(in, sql::kOldHost, {ToParameter(Json(hosts))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "old_host",
      .summary = "No foreign server, function or setting of the target mentions the source's host.",
      .meaning = "After the cutover the target still talks to the old server.",
      .remedy = "Change the foreign server, function or setting on the target to the new host.",
      .phases = {Phase::kGate, Phase::kCutover, Phase::kFinalize},
      .parameters =
          {TextListParameter("hosts", "more names and addresses of the source").DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo::old_host
