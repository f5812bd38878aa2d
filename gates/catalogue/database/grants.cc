// grants: every role may do the same on both sides, now and, by default privileges, with what is
// made later.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

Outcome Run(const Inspection& in) {
  return CompareDatabaseObjects(in, sql::kGrants, RolesOnTarget(in.arguments));
}

}  // namespace

Gate grants() {
  return {
      .name = "grants",
      .summary =
          "Every role may do the same on both sides, with columns and by default privileges, too.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RolesParameter()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo
