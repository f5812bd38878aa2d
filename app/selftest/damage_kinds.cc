// The statements of sql/selftest/ write the damage, because the catalogue says what can happen.
#include "app/selftest/damage_kinds.h"

#include <array>
#include <map>
#include <string_view>

#include "core/json/json.h"
#include "core/text/text.h"
#include "sql/selftest.h"

namespace gonogo {
namespace {

struct Statement {
  const std::string_view* text;
  bool takes_reading_roles = false;
};

// All of sql/selftest/; a test counts them.
constexpr std::array kStatements = {
    Statement{&sql::kDamagedTables},       Statement{&sql::kDamagedColumns},
    Statement{&sql::kDamagedConstraints},  Statement{&sql::kDamagedIndexes},
    Statement{&sql::kDamagedSequences},    Statement{&sql::kDamagedTriggers},
    Statement{&sql::kDamagedPolicies},     Statement{&sql::kDamagedViews},
    Statement{&sql::kDamagedFunctions},    Statement{&sql::kDamagedTypes},
    Statement{&sql::kDamagedOtherObjects}, Statement{&sql::kDamagedGrants, true},
    Statement{&sql::kDamagedOwners},       Statement{&sql::kDamagedStatistics},
    Statement{&sql::kDamagedPublications}, Statement{&sql::kDamagedLargeObjects},
    Statement{&sql::kDamagedValues},       Statement{&sql::kDamagedRows},
    Statement{&sql::kDamagedServer, true}, Statement{&sql::kHarmlessObjects},
    Statement{&sql::kHarmlessTables},
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

std::vector<DamageKind> DamageKindsOf(Session& target,
                                      const std::vector<std::string>& reading_roles) {
  std::vector<DamageKind> kinds;
  std::map<std::string, std::size_t> places;
  const std::vector<Value> roles = {ToParameter(Json(reading_roles))};
  for (const auto& [statement, takes_roles] : kStatements) {
    for (const Row row : target.QueryOnce(*statement, takes_roles ? roles : std::vector<Value>())) {
      Damage damage = DamageIn(row);
      const auto [place, is_new] = places.try_emplace(damage.kind, kinds.size());
      if (is_new) kinds.push_back({damage.kind, {}});
      kinds[place->second].candidates.push_back(std::move(damage));
    }
  }
  return kinds;
}

}  // namespace gonogo
