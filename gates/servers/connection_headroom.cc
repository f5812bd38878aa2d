// connection_headroom: server, database and role allow as many more connections as the services'
// pools will open.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::connection_headroom {
namespace {

Outcome Run(const Inspection& in) {
  const std::int64_t needed = in.arguments.Integer("pool") * in.arguments.Integer("pools");
  return JudgeSide(in, sql::kConnectionHeadroom,
                   {std::to_string(needed), in.arguments.Text("role")});
}

}  // namespace

Gate Definition() {
  return {
      .name = "connection_headroom",
      .summary = "The target allows as many more connections as the services' pools will open.",
      .meaning =
          "The services' pools can't open all their connections, and requests fail under load.",
      .remedy =
          "Raise max_connections or the role's connection limit on the target, or make the pools "
          "smaller.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {IntegerParameter("pool", "maximum number of connections of one pool")
                         .Required()
                         .AtLeast(1),
                     IntegerParameter("pools", "number of pools").Default(1).AtLeast(1),
                     TextParameter("role", "the role that the pools connect as").DefaultEmpty()},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo::connection_headroom
