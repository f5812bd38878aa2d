// least_privilege: the role that looks at the source cannot change it, whatever becomes of the
// program that uses it. sql/grants/gonogo.sql makes such a role.
#include "core/plan/gate.h"
#include "gates/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo {

Gate least_privilege() {
  return {.name = "least_privilege",
          .summary = "The role in use cannot write to the source.",
          .phases = {Phase::kPreflight},
          .parameters = {},
          .subjects = TheSource,
          .run = JudgedSide<sql::kLeastPrivilege>};
}

}  // namespace gonogo
