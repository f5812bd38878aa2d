// A plan for a source: what it moves, what it excludes and why, and what it checks.
#include "reporters/pages/plan_text.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/json/json.h"
#include "tests/golden/golden.h"

namespace gonogo {
namespace {

SourceSchema Shop() {
  SourceSchema source{.database = "shop",
                      .schemas = {"auth", "public", "reports"},
                      .providers = {{"auth", "owned by supabase_admin"}},
                      .tables = {},
                      .has_large_objects = true,
                      .has_scheduled_jobs = false,
                      .has_extension_rows = true};
  source.tables = {
      {.name = {"public", "orders"}, .key = {"id"}, .refers_to = {{"public", "users"}}},
      {.name = {"public", "users"}, .key = {"tenant", "id"}, .refers_to = {}},
      {.name = {"public", "Odd.Name"}, .key = {}, .refers_to = {}},
      {.name = {"public", "elsewhere"}, .is_foreign = true, .key = {}, .refers_to = {}},
      {.name = {"auth", "sessions"}, .key = {"id"}, .refers_to = {}},
      {.name = {"reports", "daily"}, .key = {"day"}, .refers_to = {}, .columns = {"day", "n"}}};
  source.objects = {{"view", "auth", "auth.all_sessions"},
                    {"view", "reports", "reports.last_day"},
                    {"view", "reports", "reports.\"Odd\""},
                    {"publication", "", "realtime"}};
  return source;
}

std::string ErrorMessage(const DiscoveryOptions& options) {
  try {
    PlanText(Shop(), options);
    return "";
  } catch (const PlanError& error) {
    return error.what();
  }
}

TEST(PlanText, MovesEverythingOfTheUserAndExcludesTheRest) {
  ExpectGolden(
      "plan.json",
      PlanText(Shop(), {.name = "shop", .schemas = {}, .renamed = {}, .is_encrypted = true}));
}

TEST(PlanText, AsksForLeastPrivilegeWithoutInsistingWhereTheRoleCanWrite) {
  SourceSchema shop = Shop();
  shop.role_can_write = true;
  const std::string plan = PlanText(shop, {.name = "shop", .schemas = {}, .renamed = {}});
  EXPECT_NE(
      plan.find(R"({"id": "least_privilege", "gate": "least_privilege", "severity": "advisory"})"),
      std::string::npos)
      << plan;
}

TEST(PlanText, KeepsNamesOfSeveralLinesInTheirComment) {
  SourceSchema shop = Shop();
  shop.database = "two\nlines";
  shop.tables.push_back(
      {.name = {"public", "far\naway"}, .is_foreign = true, .key = {}, .refers_to = {}});
  const std::string plan = PlanText(shop, {.name = "shop", .schemas = {}, .renamed = {}});
  EXPECT_NO_THROW(std::ignore = Json::parse(plan, nullptr, true, true)) << plan;
}

TEST(PlanText, MovesOneSchemaToAnother) {
  ExpectGolden("plan_of_one_schema.json", PlanText(Shop(), {.name = "issuer",
                                                            .schemas = {"public"},
                                                            .renamed = {{"public", "issuer"}}}));
}

// With phases in which the checks can pass, although pg_dump makes indexes after the rows.
TEST(PlanText, HasStagesThatFitTheChecks) {
  SourceSchema source = Shop();
  source.reading_roles = {"gonogo_reader"};
  source.tables.push_back(
      {.name = {"public", "_prisma_migrations"}, .key = {"id"}, .refers_to = {}});
  ExpectGolden("plan_with_stages.json", PlanText(source, {.name = "shop",
                                                          .schemas = {},
                                                          .renamed = {},
                                                          .stages = StagesBy::kDump,
                                                          .keeps_owners = false,
                                                          .roles = {{"app", "postgres"}},
                                                          .lone_roles = {"app"},
                                                          .migrations = "../prisma/migrations"}));
}

TEST(PlanText, ChangesADatabaseInPlace) {
  ExpectGolden("plan_in_place.json", PlanText(Shop(), {.name = "shop",
                                                       .schemas = {},
                                                       .renamed = {},
                                                       .stages = StagesBy::kSteps,
                                                       .steps = {"1.sql", "2.sql"},
                                                       .in_place = true}));
}

TEST(PlanText, ComparesTheHistoriesOfMigrationTools) {
  SourceSchema source = Shop();
  for (const RelationName& name : std::vector<RelationName>{{"public", "_prisma_migrations"},
                                                            {"reports", "schema_migrations"},
                                                            {"auth", "schema_migrations"}}) {
    source.tables.push_back({.name = name, .key = {}, .refers_to = {}, .columns = {"version"}});
  }
  for (const auto& [schema, columns] : std::map<std::string, std::vector<std::string>>{
           {"go", {"version", "dirty"}}, {"other", {"version", "inserted_at"}}}) {
    source.tables.push_back(
        {.name = {schema, "schema_migrations"}, .key = {}, .refers_to = {}, .columns = columns});
  }
  const DiscoveryOptions all{.name = "shop", .schemas = {}, .renamed = {}};
  EXPECT_NE(PlanText(source, all)
                .find(R"("gate": "migration_history", "histories": {"public._prisma_migrations": )"
                      R"({"tool": "prisma", "table": "public._prisma_migrations"}, )"
                      R"("reports.schema_migrations": {"tool": "rails", )"
                      R"("table": "reports.schema_migrations"}, )"
                      R"("go.schema_migrations": {"tool": "golang-migrate", )"
                      R"("table": "go.schema_migrations"}}})"),
            std::string::npos)
      << PlanText(source, all);
  const DiscoveryOptions renamed{.name = "x", .schemas = {"public"}, .renamed = {{"public", "p"}}};
  EXPECT_EQ(PlanText(source, renamed).find("migration_history"), std::string::npos);
}

TEST(PlanText, NamesTheProvidersAndTheExtensionsThatMoved) {
  const std::string plan =
      PlanText(Shop(), {.name = "shop",
                        .schemas = {},
                        .renamed = {},
                        .providers = {"", "supabase"},
                        .extensions = {{"citext", "extensions"}, {"uuid-ossp", "extensions"}}});
  EXPECT_NE(plan.find(R"("target": {"url": {"env": "TGT_DB_URL"}, "provider": "supabase"})"),
            std::string::npos)
      << plan;
  EXPECT_NE(plan.find(R"("extensions": {"citext": "extensions", "uuid-ossp": "extensions"},)"),
            std::string::npos)
      << plan;
}

TEST(PlanText, RejectsMissingSchemas) {
  EXPECT_EQ(ErrorMessage({.name = "x", .schemas = {"publik"}, .renamed = {}}),
            "the source has no schema \"publik\"; did you mean \"public\"?");
  EXPECT_EQ(ErrorMessage({.name = "x", .schemas = {}, .renamed = {{"report", "r"}}}),
            "the source has no schema \"report\"; did you mean \"reports\"?");
}

TEST(PlanText, RejectsASourceWithoutTablesAndOtherObjects) {
  SourceSchema empty = Shop();
  empty.tables.clear();
  EXPECT_NO_THROW(PlanText(empty, {.name = "x", .schemas = {}, .renamed = {}}));
  empty.objects.clear();
  EXPECT_THROW(PlanText(empty, {.name = "x", .schemas = {}, .renamed = {}}), PlanError);
}

}  // namespace
}  // namespace gonogo
