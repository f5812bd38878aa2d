// The damage that the statements of sql/selftest/ draw.
#include "app/selftest/damage_kinds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "gates/gate_table.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

// No statement of sql/selftest/ is forgotten.
TEST(DamageKinds, AreOfAllStatements) {
  const fs::directory_iterator files(InProject("sql/selftest"));
  EXPECT_EQ(DamageStatements(), static_cast<std::size_t>(std::distance(begin(files), end(files))));
}

// No gate compares them: the extension brings them.
TEST(DamageKinds, LeaveOutMembersOfExtensions) {
  const BothDatabases databases("members");
  databases.OnTarget(
      "CREATE EXTENSION citext;"
      "CREATE TABLE member_t (id serial PRIMARY KEY, note text DEFAULT 'x' CHECK (note <> ''));"
      "CREATE INDEX member_i ON member_t (note); INSERT INTO member_t VALUES (1);"
      "CREATE VIEW member_v AS SELECT * FROM member_t; CREATE SEQUENCE member_s;"
      "CREATE TYPE member_e AS ENUM ('a', 'b', 'c');"
      "CREATE FUNCTION member_f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
      "CREATE TRIGGER member_g BEFORE INSERT ON member_t EXECUTE FUNCTION member_f();"
      "CREATE RULE member_r AS ON DELETE TO member_t DO INSTEAD NOTHING;"
      "CREATE POLICY member_p ON member_t USING (true); ANALYZE member_t;"
      "ALTER EXTENSION citext ADD TABLE member_t;"
      "ALTER EXTENSION citext ADD SEQUENCE member_t_id_seq; ALTER EXTENSION citext ADD VIEW member_v;"
      "ALTER EXTENSION citext ADD SEQUENCE member_s; ALTER EXTENSION citext ADD TYPE member_e;"
      "ALTER EXTENSION citext ADD FUNCTION member_f()");
  Pair pair = databases.Open();
  std::vector<std::string> of_members;
  for (const DamageKind& kind : DamageKindsOf(pair.Target(), Plan{})) {
    for (const Damage& damage : kind.candidates) {
      const bool is_of_extension = damage.object.find("member_") != std::string::npos ||
                                   damage.object.find("citext") != std::string::npos;
      if (is_of_extension && !kind.kind.starts_with("extension ")) {
        of_members.push_back(kind.kind + ": " + damage.object);
      }
    }
  }
  EXPECT_EQ(of_members, std::vector<std::string>());
}

// Returns a plan that demands NOT NULL of one column. `for_reports`: its parameters as they may be
// shown.
Plan PlanThatDemands(const Json& given, const Json& for_reports) {
  const auto gates = BuiltInGates();
  const auto gate = std::ranges::find(gates, "not_null", &Gate::name);
  Plan plan;
  plan.checks.push_back(
      {.id = "known", .gate = &*gate, .phases = {}, .arguments = Arguments(given, for_reports)});
  return plan;
}

// Returns the objects whose demanded NOT NULL would be taken away.
std::vector<std::string> ObjectsThatWouldAllowNull(Session& target, const Plan& plan) {
  std::vector<std::string> objects;
  for (const DamageKind& kind : DamageKindsOf(target, plan)) {
    if (kind.kind != "demanded column that allows NULL") continue;
    for (const Damage& damage : kind.candidates) objects.push_back(damage.object);
  }
  return objects;
}

TEST(DamageKinds, BreakWhatChecksDemand) {
  const BothDatabases databases("demanded");
  databases.OnTarget(
      "CREATE TABLE orders (id integer PRIMARY KEY, a text NOT NULL, b text, c text NOT NULL)");
  Pair pair = databases.Open();
  const Json given = {{"columns", {{"public.orders", {"id", "a", "b", "lost"}}}}};
  using Objects = std::vector<std::string>;
  EXPECT_EQ(ObjectsThatWouldAllowNull(pair.Target(), PlanThatDemands(given, given)),
            Objects{"a of public.orders"});
  EXPECT_EQ(ObjectsThatWouldAllowNull(pair.Target(), Plan{}), Objects{});
  const Json shown = {{"columns", {{"env", "COLUMNS"}}}};
  EXPECT_EQ(ObjectsThatWouldAllowNull(pair.Target(), PlanThatDemands(given, shown)), Objects{})
      << "a value of the environment would be shown";
}

}  // namespace
}  // namespace gonogo::testing_support
