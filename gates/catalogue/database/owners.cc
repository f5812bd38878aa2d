// owners: whatever has an owner belongs to the same role on both sides. A restore without owners
// gives everything to the role that restores.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return CompareDatabaseObjects(in, sql::kOwners, RolesOnTarget(in.arguments));
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
