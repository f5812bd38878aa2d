// The statements of sql/selftest/ write the damage, because the catalogue says what can happen.
#include "app/selftest/damage_kinds.h"

#include <array>
#include <map>
#include <string_view>

#include "app/selftest/demanding_gates.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "sql/selftest.h"

namespace gonogo {
namespace {

// What a statement's $1 is.
enum class Takes { kNothing, kReadingRoles, kChecks };

struct Statement {
  const std::string_view* text;
  Takes takes = Takes::kNothing;
  SideName side = SideName::kTarget;  // which the copy with the damage is
};

// All of sql/selftest/; a test counts them.
constexpr std::array kStatements = {
    Statement{&sql::kDamagedTables},
    Statement{&sql::kDamagedColumns},
    Statement{&sql::kDamagedConstraints},
    Statement{&sql::kDamagedIndexes},
    Statement{&sql::kDamagedSequences},
    Statement{&sql::kDamagedTriggers},
    Statement{&sql::kDamagedPolicies},
    Statement{&sql::kDamagedViews},
    Statement{&sql::kDamagedFunctions},
    Statement{&sql::kDamagedTypes},
    Statement{&sql::kDamagedOtherObjects},
    Statement{&sql::kDamagedGrants, Takes::kReadingRoles},
    Statement{&sql::kDamagedOwners},
    Statement{&sql::kDamagedStatistics},
    Statement{&sql::kDamagedPublications},
    Statement{&sql::kDamagedLargeObjects},
    Statement{&sql::kDamagedValues},
    Statement{&sql::kDamagedRows},
    Statement{&sql::kDamagedServer, Takes::kReadingRoles},
    Statement{&sql::kUnmetObjects, Takes::kChecks},
    Statement{&sql::kUnmetRules, Takes::kChecks},
    Statement{&sql::kUnmetValues, Takes::kChecks},
    Statement{&sql::kUnmetAnswers, Takes::kChecks},
    Statement{&sql::kUnmetServer, Takes::kChecks},
    Statement{&sql::kUnmetSource, Takes::kChecks, SideName::kSource},
    Statement{&sql::kHarmlessObjects},
    Statement{&sql::kHarmlessTables},
};

Damage DamageIn(const Row& row, SideName side) {
  Damage damage{.kind = row.Text("kind"),
                .object = row.Text("object"),
                .plant = row.Text("plant"),
                .looks = row.Text("looks"),
                .gate = row.Maybe("gate").value_or(""),
                .finding = row.Maybe("finding").value_or(""),
                .also = {},
                .undo = row.Maybe("undo").value_or(""),
                .side = side};
  for (const std::string& gate : Split(row.Maybe("also").value_or(""), ',')) {
    if (!Trim(gate).empty()) damage.also.emplace(Trim(gate));
  }
  AddDemandingGates(damage);
  return damage;
}

// Without checks that have values of the environment, which may be secrets: damage is shown.
Json ChecksIn(const Plan& plan) {
  Json checks = Json::array();
  for (const Check& check : plan.checks) {
    const Json& given = check.arguments.values();
    if (given != check.arguments.for_reports()) continue;
    checks.push_back({{"id", check.id}, {"gate", check.gate->name}, {"parameters", given}});
  }
  return checks;
}

std::vector<Value> ParametersOf(const Statement& statement, const Plan& plan) {
  switch (statement.takes) {
    case Takes::kReadingRoles:
      return {ToParameter(Json(plan.reading_roles))};
    case Takes::kChecks:
      return {ToParameter(ChecksIn(plan))};
    case Takes::kNothing:
      break;
  }
  return {};
}

}  // namespace

std::size_t DamageStatements() { return kStatements.size(); }

std::vector<DamageKind> DamageKindsOf(Session& target, const Plan& plan) {
  std::vector<DamageKind> kinds;
  std::map<std::string, std::size_t> places;
  for (const Statement& statement : kStatements) {
    for (const Row row : target.QueryOnce(*statement.text, ParametersOf(statement, plan))) {
      Damage damage = DamageIn(row, statement.side);
      const auto [place, is_new] = places.try_emplace(damage.kind, kinds.size());
      if (is_new) kinds.push_back({damage.kind, {}});
      kinds[place->second].candidates.push_back(std::move(damage));
    }
  }
  return kinds;
}

}  // namespace gonogo
