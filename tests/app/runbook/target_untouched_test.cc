// What the stage backfill and its commands write is the mover's; what is written later stops a
// stage.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

TEST(TargetUntouched, StopsAStageAfterAWriteOnTheTarget) {
  const Json command = {
      {"name", "note"},
      {"rehearsal_words",
       {"sh", "-c", "psql -qc \"UPDATE public.notes SET body = 'moved'\" \"$TGT_DB_URL\""}},
      {"words", Json::array({"false"})},
      {"folder", "."},
      {"environment", {"TGT_DB_URL"}}};
  const StagedMigration migration(
      "target_untouched",
      {{"preflight", nullptr}, {"verify", nullptr}, {"backfill", {{"commands", {command}}}}});
  Json plan = ParseJson(ReadTextFile(migration.scratch().Path("plan.json")));
  plan["checks"] = {{{"id", "untouched"}, {"gate", "target_untouched"}}};
  migration.scratch().File("plan.json", ToText(plan, 2));

  const ProcessResult moved = migration.Stage({"all"});
  ASSERT_EQ(moved.status, 0) << moved.output;

  migration.databases().OnTarget("UPDATE public.notes SET body = 'taken' WHERE body = 'moved'");
  const ProcessResult written = migration.Stage({"gate"});
  EXPECT_EQ(written.status, 1) << written.output;
  EXPECT_TRUE(OutputHas(written, "public.notes: have 1000 rows written by 1 transaction"))
      << written.output;
}

}  // namespace
}  // namespace gonogo::testing_support
