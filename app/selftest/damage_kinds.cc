// The statements of sql/selftest/ write the damage, because the catalogue says what can happen.
#include "app/selftest/damage_kinds.h"

#include <array>
#include <map>
#include <string_view>

#include "core/text/text.h"
#include "sql/selftest.h"

namespace gonogo {
namespace {

// All of sql/selftest/; a test counts them.
constexpr std::array kStatements = {
    &sql::kDamagedTables,       &sql::kDamagedColumns,      &sql::kDamagedConstraints,
    &sql::kDamagedIndexes,      &sql::kDamagedSequences,    &sql::kDamagedTriggers,
    &sql::kDamagedPolicies,     &sql::kDamagedViews,        &sql::kDamagedFunctions,
    &sql::kDamagedTypes,        &sql::kDamagedOtherObjects, &sql::kDamagedGrants,
    &sql::kDamagedOwners,       &sql::kDamagedStatistics,   &sql::kDamagedPublications,
    &sql::kDamagedLargeObjects, &sql::kDamagedValues,       &sql::kDamagedRows,
    &sql::kDamagedServer,       &sql::kHarmlessObjects,     &sql::kHarmlessTables,
};

Damage DamageIn(const Row& row) {
  Damage damage{.kind = row.Text("kind"),
                .object = row.Text("object"),
                .plant = row.Text("plant"),
                .looks = row.Text("looks"),
                .gate = row.Maybe("gate").value_or(""),
                .finding = row.Maybe("finding").value_or(""),
                .also = {},
                .undo = row.Maybe("undo").value_or("")};
  for (const std::string& gate : Split(row.Maybe("also").value_or(""), ',')) {
    if (!Trim(gate).empty()) damage.also.emplace(Trim(gate));
  }
  return damage;
}

}  // namespace

std::size_t DamageStatements() { return kStatements.size(); }

std::vector<DamageKind> DamageKindsOf(Session& target) {
  std::vector<DamageKind> kinds;
  std::map<std::string, std::size_t> places;
  for (const std::string_view* const statement : kStatements) {
    for (const Row row : target.QueryOnce(*statement, {})) {
      Damage damage = DamageIn(row);
      const auto [place, is_new] = places.try_emplace(damage.kind, kinds.size());
      if (is_new) kinds.push_back({damage.kind, {}});
      kinds[place->second].candidates.push_back(std::move(damage));
    }
  }
  return kinds;
}

}  // namespace gonogo
