// owners: whatever has an owner belongs to the same role on both sides. A restore without owners
// gives everything to the role that restores.
#include "core/gate.h"
#include "gates/database_objects.h"
#include "gates/roles_on_target.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return CompareDatabaseObjects(in, sql::kDatabaseOwners, RolesOnTarget(in.arguments));
}

}  // namespace

Gate owners() {
  return {
      .name = "owners",
      .summary =
          "Database, schemas, relations, functions and types have the same owners on both sides.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RolesParameter()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo
