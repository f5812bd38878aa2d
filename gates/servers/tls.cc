// tls: the connection to each side is encrypted with a sufficient TLS version.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::tls {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kTls, {in.arguments.Text("minimum")});
}

}  // namespace

Gate Definition() {
  return {
      .name = "tls",
      .summary = "The connection to each side is encrypted.",
      .meaning = "Whoever is on the network between them can read passwords and rows.",
      .remedy =
          "Set sslmode=verify-full in the connection's URL; enable ssl on the server if it is off.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {TextParameter("minimum", "the minimum TLS version")
                         .Default("TLSv1.2")
                         .OneOf({"TLSv1.2", "TLSv1.3"})},
      .subjects = OneForEachSide,
      .run = Run};
}

}  // namespace gonogo::tls
