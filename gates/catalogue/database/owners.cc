// owners: each object belongs to the same role on both sides. After a restore with --no-owner
// everything belongs to the role that restored.
#include "core/plan/gate.h"
#include "gates/catalogue/migration_publications.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::owners {
namespace {

Outcome Run(const Inspection& in) {
  return CompareRolesOfObjects(in, sql::kOwners, RoleMapping(in.arguments),
                               WithoutMigrationPublications(in));
}

}  // namespace

Gate Definition() {
  return {
      .name = "owners",
      .summary =
          "Database, schemas, relations, functions and types have the same owners on both sides.",
      .meaning =
          "Migrations fail, because their role doesn't own the object, or another role can alter "
          "and drop it.",
      .remedy =
          "Run ALTER with OWNER TO on the target, or map renamed roles with the parameter roles.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RoleMappingParameter()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::owners
