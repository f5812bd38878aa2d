// grants: each role has the same privileges on both sides, on existing objects and by default
// privileges on future ones.
#include "core/plan/gate.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::grants {

Gate Definition() {
  return {
      .name = "grants",
      .summary = "Each role has the same privileges on both sides, also on columns and by default.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RoleMappingParameter()},
      .subjects = OneForTheDatabase,
      .run = DatabaseObjectsWithRoles<sql::kGrants>,
      .with_baseline = true};
}

}  // namespace gonogo::grants
