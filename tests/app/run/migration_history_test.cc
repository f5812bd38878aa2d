// Migration histories: Drizzle's written by the real drizzle-kit, Prisma's by hand, because its
// engine is a separate download. Both tools consider the damage in these tests up to date.
#include <gtest/gtest.h>

#include <fstream>

#include "core/json/json.h"
#include "core/text/digest.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPlan = R"({
  "gonogo": 1, "name": "history",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "checks": [{"id": "history", "gate": "migration_history",
              "histories": {"issuer": {"tool": "TOOL", "folder": "migrations"}}}]
})";

class History : public testing::Test {
 protected:
  // The findings of a run, one line each: "subject: have".
  std::string Findings(const std::string& tool) {
    const std::string out = scratch_.Path("out" + std::to_string(++runs_));
    std::string plan = kPlan;
    plan.replace(plan.find("TOOL"), 4, tool);
    const ProcessResult run =
        RunGonogo({"run", "all", "--plan", scratch_.File("plan.json", plan), "--out", out,
                   "--source", databases_.SourceUrl(), "--target", databases_.TargetUrl()});
    std::string findings;
    std::ifstream lines(out + "/evidence.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const Json one = ParseJson(line);
      if (one.value("type", "") != "case") continue;
      EXPECT_NE(one.at("status"), "ERROR") << line;
      for (const Json& finding : one.at("findings")) {
        findings += finding.at("subject").get<std::string>() + ": " +
                    finding.at("have").get<std::string>() + "\n";
      }
    }
    EXPECT_EQ(run.status, findings.empty() ? 0 : 1) << run.output;
    return findings;
  }

  void Write(const std::string& file, const std::string& text) const {
    const fs::path path = fs::path(scratch_.Path("migrations")) / file;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  Scratch scratch_;
  BothDatabases databases_{"history"};
  int runs_ = 0;
};

// Uses drizzle-kit as a developer would: a schema, generate, migrate.
constexpr const char* kDrizzle = R"sh(
  set -e
  cd "$work"
  [ -e node_modules ] || ln -s "$drizzle/node_modules" node_modules
  cat > schema.ts <<TS
import { pgTable, integer, text } from "drizzle-orm/pg-core";
export const users = pgTable("users", { id: integer().primaryKey(), email: text(), $columns });
TS
  cat > drizzle.config.ts <<TS
export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations",
                 dbCredentials: { url: process.env.DATABASE_URL! } };
TS
  [ -z "$name" ] || node_modules/.bin/drizzle-kit generate --name "$name"
  for url in $urls; do DATABASE_URL=$url node_modules/.bin/drizzle-kit migrate; done
)sh";

class DrizzleHistory : public History {
 protected:
  void Drizzle(const std::string& name, const std::string& columns, const std::string& urls) {
    const ProcessResult folder = RunCommand({.words = {InProject("ci/install-drizzle")}});
    ASSERT_EQ(folder.status, 0) << folder.output;
    const ProcessResult done =
        RunCommand({.words = {"bash", "-c", kDrizzle},
                    .environment = {{"work", scratch_.Path("")},
                                    {"drizzle", folder.output.substr(0, folder.output.size() - 1)},
                                    {"name", name},
                                    {"columns", columns},
                                    {"urls", urls}}});
    ASSERT_EQ(done.status, 0) << done.output;
  }
  std::string Both() const { return databases_.SourceUrl() + " " + databases_.TargetUrl(); }
  std::string File(const std::string& name) const {
    return scratch_.Path("migrations") + "/" + name;
  }
};

using SlowDrizzleHistory = DrizzleHistory;

TEST_F(SlowDrizzleHistory, IsGoIfAllIsAppliedAndReportsPendingOrChangedFiles) {
  Drizzle("first", "", Both());
  EXPECT_EQ(Findings("drizzle"), "");
  Drizzle("second", "n: integer()", databases_.SourceUrl());
  const std::string second = Findings("drizzle");
  EXPECT_NE(second.find(": not applied on the target\n"), std::string::npos) << second;
  EXPECT_NE(second.find("0001_second: not applied\n"), std::string::npos) << second;
  Drizzle("", "n: integer()", databases_.TargetUrl());
  EXPECT_EQ(Findings("drizzle"), "");
  std::ofstream(File("0000_first.sql"), std::ios::app) << "-- edited\n";
  EXPECT_EQ(Findings("drizzle"), "0000_first: changed after it was applied\n");
}

// A branch added an entry with an older time. drizzle-kit reports that everything is applied.
TEST_F(SlowDrizzleHistory, ReportsWhatDrizzleIgnores) {
  Drizzle("first", "", Both());
  Json journal = ParseJson(ReadFile(File("meta/_journal.json")));
  Json older = journal.at("entries").at(0);
  older["idx"] = 1;
  older["tag"] = "0001_of_a_branch";
  older["when"] = older.at("when").get<std::int64_t>() - 1000;
  journal["entries"].push_back(older);
  std::ofstream(File("meta/_journal.json")) << journal.dump();
  std::ofstream(File("0001_of_a_branch.sql")) << "CREATE TABLE of_a_branch (id int);\n";
  Drizzle("", "", Both());
  EXPECT_EQ(
      Findings("drizzle"),
      "0001_of_a_branch: not applied, and the tool will skip it, because later ones are applied\n");
}

constexpr const char* kPrismaTable = R"(
CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
  finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
  rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count int NOT NULL DEFAULT 0);
)";

TEST_F(History, OfPrismaReportsPendingEditedOrMissingMigrations) {
  databases_.OnBoth(kPrismaTable);
  Write("migration_lock.toml", "provider = \"postgresql\"\n");
  const auto apply = [&](const std::string& name, const std::string& text) {
    databases_.OnBoth(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) "
        "VALUES ('" +
        name + "', '" + Sha256(text) + "', now(), '" + name + "')");
  };
  Write("1_first/migration.sql", "SELECT 1;\n");
  apply("1_first", "SELECT 1;\n");
  EXPECT_EQ(Findings("prisma"), "");
  Write("2_edited/migration.sql", "SELECT 2; -- edited\n");
  apply("2_edited", "SELECT 2;\n");
  Write("3_pending/migration.sql", "SELECT 3;\n");
  apply("4_deleted", "SELECT 4;\n");
  EXPECT_EQ(Findings("prisma"),
            "2_edited: changed after it was applied\n3_pending: not applied\n"
            "4_deleted: applied, but not in the folder\n");
}

}  // namespace
}  // namespace gonogo::testing_support
