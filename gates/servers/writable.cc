// writable: clients can write to the target: it is a primary, and no setting makes transactions
// read-only.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::writable {

Gate Definition() {
  return {.name = "writable",
          .summary = "The target is a primary, and no setting makes its transactions read-only.",
          .meaning = "The application can't write to the target.",
          .remedy =
              "Promote the target, and reset default_transaction_read_only of the server, database "
              "or role.",
          .phases = {Phase::kGate, Phase::kCutover},
          .parameters = {},
          .subjects = TheTarget,
          .run = JudgedSide<sql::kWritable>};
}

}  // namespace gonogo::writable
