// A deploy between the stage that recorded a side and a later one is named, and stops it.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

TEST(SchemaFrozen, StopsAStageAfterADeployOnTheSource) {
  const StagedMigration migration("schema_frozen", {{"preflight", {{"backup", false}}}});
  Json plan = ParseJson(ReadTextFile(migration.scratch().Path("plan.json")));
  plan["checks"].push_back({{"id", "frozen"}, {"gate", "schema_frozen"}, {"phases", {"schema"}}});
  plan["checks"].push_back(
      {{"id", "wraparound"}, {"gate", "wraparound"}, {"phases", {"preflight"}}});
  migration.scratch().File("plan.json", ToText(plan, 2));

  const ProcessResult preflight = migration.Stage({"preflight"});
  ASSERT_EQ(preflight.status, 0) << preflight.output;
  const ProcessResult frozen = migration.Stage({"schema"});
  EXPECT_EQ(frozen.status, 0) << frozen.output;

  migration.databases().OnSource("ALTER TABLE public.notes ADD deployed boolean");
  const ProcessResult deployed = migration.Stage({"schema"});
  EXPECT_EQ(deployed.status, 1) << deployed.output;
  EXPECT_TRUE(OutputHas(deployed, "public.notes column deployed: have new since"))
      << deployed.output;
}

TEST(SchemaFrozen, StopsAStageAfterADeployOnTheTarget) {
  const StagedMigration migration("target_frozen", {{"preflight", {{"backup", false}}}});
  Json plan = ParseJson(ReadTextFile(migration.scratch().Path("plan.json")));
  const Json frozen = {{"id", "frozen"}, {"gate", "schema_frozen"}, {"target", true}};
  plan["checks"] = {frozen, {{"id", "row_count"}, {"gate", "row_count"}}};
  migration.scratch().File("plan.json", ToText(plan, 2));

  const ProcessResult moved = migration.Stage({"all"});
  ASSERT_EQ(moved.status, 0) << moved.output;

  migration.databases().OnTarget("CREATE INDEX late ON public.notes (body)");
  const ProcessResult deployed = migration.Stage({"gate"});
  EXPECT_EQ(deployed.status, 1) << deployed.output;
  EXPECT_TRUE(OutputHas(deployed, "public.notes index late: have new since")) << deployed.output;
}

}  // namespace
}  // namespace gonogo::testing_support
