// grants: each role has the same privileges on both sides, on existing objects and by default
// privileges on future ones.
#include <fmt/format.h>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/objects/provider_differences.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::grants {
namespace {

// Adds a finding if the target's provider has given roles that anybody can use privileges on tables
// without row security. It is advisory, because the provider gives them to every new table.
void AddExposed(const Inspection& in, Outcome& outcome) {
  const ProviderDifferences differences(in);
  const Provider* const provider = differences.Of(SideName::kTarget);
  if (provider == nullptr || provider->exposed.empty()) return;
  const Rows rows = in.pair.Target().Query(
      sql::kGrantsExposed,
      {ToParameter(Json(provider->exposed)), ToParameter(Json(provider->schemas))});
  const std::int64_t tables = rows.Only().Integer("tables");
  if (tables == 0) return;
  outcome.findings.push_back(
      {"tables without row security",
       fmt::format("{}, the first is {}, open to {} of {}", tables, rows.Only().Text("first"),
                   Join(provider->exposed, " and "), provider->title),
       "row security, or no such privileges", Severity::kAdvisory});
}

Outcome Run(const Inspection& in) {
  Outcome outcome = DatabaseObjectsWithRoles<sql::kGrants>(in);
  AddExposed(in, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "grants",
      .summary = "Each role has the same privileges on both sides, also on columns and by default.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {RoleMappingParameter()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::grants
