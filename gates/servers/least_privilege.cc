// least_privilege: the role in use can't change the source, even if the program misbehaves.
// sql/grants/gonogo.sql creates such a role.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::least_privilege {

Gate Definition() {
  return {.name = "least_privilege",
          .summary = "The role in use can't write to the source.",
          .meaning = "A mistake in a query or in the plan could change the source.",
          .remedy =
              "Connect to the source as a role that only reads; sql/grants/gonogo.sql creates one.",
          .phases = {Phase::kPreflight},
          .parameters = {},
          .subjects = TheSource,
          .run = JudgedSide<sql::kLeastPrivilege>};
}

}  // namespace gonogo::least_privilege
