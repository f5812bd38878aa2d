// connection_headroom: server, database and role take as many more connections as the services'
// pools will open.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  const std::int64_t needed = in.arguments.Integer("pool") * in.arguments.Integer("pools");
  return JudgeSide(in, sql::kConnectionHeadroom,
                   {std::to_string(needed), in.arguments.Text("role")});
}

}  // namespace

Gate connection_headroom() {
  return {.name = "connection_headroom",
          .summary = "The target takes as many more connections as the services' pools will open.",
          .phases = {Phase::kPreflight, Phase::kGate},
          .parameters = {{.name = "pool",
                          .kind = Kind::kInteger,
                          .description = "connections of one pool at most",
                          .required = true,
                          .minimum = 1},
                         {.name = "pools",
                          .kind = Kind::kInteger,
                          .description = "how many pools there are",
                          .default_value = "1",
                          .minimum = 1},
                         {.name = "role",
                          .kind = Kind::kText,
                          .description = "the role that they connect as",
                          .default_value = "\"\""}},
          .subjects = TheTarget,
          .run = Run};
}

}  // namespace gonogo
