// tls: the connection to each side is encrypted, by a version that will do.
#include "core/gate.h"
#include "gates/judged_rows.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kTls, {in.arguments.Text("minimum")});
}

}  // namespace

Gate tls() {
  return {.name = "tls",
          .summary = "The connection to each side is encrypted.",
          .phases = {Phase::kPreflight, Phase::kGate},
          .parameters = {{.name = "minimum",
                          .kind = Kind::kText,
                          .description = "the oldest version that will do",
                          .default_value = "\"TLSv1.2\"",
                          .choices = {"TLSv1.2", "TLSv1.3"}}},
          .subjects = OneForEachSide,
          .run = Run};
}

}  // namespace gonogo
