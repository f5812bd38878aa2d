// A plan with pins refuses every other database, before anything is read or written there.
#include <gtest/gtest.h>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/lasting_server.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

struct LastingPair {
  LastingPair() {
    for (const Cluster& cluster : {pair.source, pair.target}) {
      RestartAs("shop", pair, cluster);
      Execute(cluster, "postgres", "CREATE DATABASE shop");
    }
    Execute(pair.source, "shop", "CREATE TABLE public.users (id int PRIMARY KEY)");
    Execute(pair.source, "postgres", "CREATE DATABASE staging TEMPLATE shop");
    Execute(pair.source, "postgres", "CREATE ROLE reader LOGIN PASSWORD 'reader'");
  }

  std::filesystem::path folder = MakePairFolder();
  PairGuard guard{folder};
  ThrowAwayPair pair = StartPair(folder, {});
};

class Pin : public testing::Test {
 protected:
  static void SetUpTestSuite() { servers_ = std::make_unique<LastingPair>(); }
  static void TearDownTestSuite() { servers_.reset(); }

  static std::string Source(const std::string& database = "shop") {
    return UrlOf(servers_->pair.source, database);
  }
  static std::string Target() { return UrlOf(servers_->pair.target, "shop"); }
  static std::string Reader(const std::string& database) {
    return "postgresql://reader:reader@127.0.0.1:" + std::to_string(servers_->pair.source.port) +
           "/" + database;
  }

  std::string Discovered(const std::string& source) const {
    const ProcessResult plan =
        RunGonogo({"plan", "discover", "--source", source, "--target", Target()});
    EXPECT_EQ(plan.status, 0) << plan.output;
    // Without the warning about tables that the target lacks.
    return plan.output.substr(plan.output.find("// The tables"));
  }

  ProcessResult Run(const std::string& plan, const std::string& source,
                    const std::string& target) const {
    std::filesystem::remove_all(scratch_.Path("out"));
    return RunGonogo({"run", "gate", "--plan", plan, "--check", "right_database", "--out",
                      scratch_.Path("out"), "--source", source, "--target", target});
  }

  // A plan whose stage makes public.users on the target.
  std::string StagedPlan() const {
    Json plan = Json::parse(Discovered(Source()), nullptr, true, true);
    scratch_.File("users.sql", "CREATE TABLE public.users (id int PRIMARY KEY);");
    plan["stages"] = {{"preflight", {{"free_disk_percent", 1}}},
                      {"schema", {{"steps", {{{"name", "users"}, {"file", "users.sql"}}}}}}};
    plan["checks"] = {{{"id", "right_database"}, {"gate", "right_database"}}};
    return scratch_.File("staged.json", plan.dump());
  }

  ProcessResult Stage(const std::string& stage, const std::string& source,
                      const std::string& target) const {
    return RunGonogo({"stage", stage, "--plan", scratch_.Path("staged.json"), "--out",
                      scratch_.Path("migration"), "--source", source, "--target", target});
  }

  static bool HasUsers(const Cluster& cluster, const std::string& database) {
    const ProcessResult users =
        RunCommand({.words = {"psql", "-XAtc", "SELECT to_regclass('public.users') IS NOT NULL",
                              UrlOf(cluster, database)}});
    return users.output == "t\n";
  }

  Scratch scratch_;
  static std::unique_ptr<LastingPair> servers_;
};

std::unique_ptr<LastingPair> Pin::servers_;

TEST_F(Pin, WrittenByDiscoverAcceptsOnlyThoseDatabases) {
  const std::string text = Discovered(Source());
  EXPECT_NE(text.find(R"("database": "shop"})"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("pin": {"system_identifier": )"), std::string::npos) << text;
  const std::string plan = scratch_.File("plan.json", text);
  EXPECT_FALSE(OutputHas(Run(plan, Source(), Target()), "isn't the database"));

  const ProcessResult swapped = Run(plan, Target(), Source());
  EXPECT_EQ(swapped.status, 1) << swapped.output;
  EXPECT_TRUE(OutputHas(swapped, "source: system identifier: have ")) << swapped.output;
  EXPECT_TRUE(OutputHas(swapped, "target: system identifier: have ")) << swapped.output;

  const ProcessResult staging = Run(plan, Source("staging"), Target());
  EXPECT_EQ(staging.status, 1) << staging.output;
  EXPECT_TRUE(OutputHas(staging, "source: database: have staging, want shop")) << staging.output;

  const ProcessResult twice = Run(plan, Source("staging"), Source("postgres"));
  EXPECT_EQ(twice.status, 1) << twice.output;
  EXPECT_TRUE(OutputHas(twice, "source: database: have staging, want shop")) << twice.output;
  EXPECT_TRUE(OutputHas(twice, "target: database: have postgres, want shop")) << twice.output;
}

TEST_F(Pin, HoldsForEveryCheckAndCommand) {
  const std::string plan = scratch_.File("plan.json", Discovered(Source()));
  const ProcessResult count =
      RunGonogo({"run", "gate", "--plan", plan, "--check", "row_count", "--out",
                 scratch_.Path("out"), "--source", Source("staging"), "--target", Target()});
  EXPECT_EQ(count.status, 3) << count.output;
  EXPECT_TRUE(OutputHas(count, "source isn't the database that the plan pins")) << count.output;
  for (const Words& command :
       {Words{"watch", "--source", Source("staging"), "--target", Target(), "--plan", plan},
        Words{"plan", "drift", "--source", Source("staging"), "--plan", plan}}) {
    const ProcessResult refused = RunGonogo(command);
    EXPECT_EQ(refused.status, 1) << refused.output;
    EXPECT_TRUE(OutputHas(refused, "NO-GO: source isn't the database that the plan pins"))
        << refused.output;
  }
}

TEST_F(Pin, IsHeldBeforeAStageWrites) {
  StagedPlan();
  ASSERT_EQ(Stage("preflight", Source(), Target()).status, 0);
  const std::string ledger = ReadFile(scratch_.Path("migration/ledger.jsonl"));
  Execute(servers_->pair.source, "postgres", "CREATE DATABASE empty");
  for (const std::string& stage : {"schema", "all", "preflight"}) {
    const ProcessResult refused = Stage(stage, Source(), Source("empty"));
    EXPECT_EQ(refused.status, 1) << refused.output;
    EXPECT_TRUE(OutputHas(refused,
                          "NO-GO: target isn't the database that the plan pins: system "
                          "identifier: have "))
        << refused.output;
  }
  EXPECT_EQ(Stage("schema", Source("staging"), Target()).status, 1);
  EXPECT_EQ(ReadFile(scratch_.Path("migration/ledger.jsonl")), ledger);
  EXPECT_FALSE(HasUsers(servers_->pair.source, "empty"));
  EXPECT_FALSE(HasUsers(servers_->pair.target, "shop"));
  EXPECT_EQ(Stage("schema", Source(), Target()).status, 0);
  EXPECT_TRUE(HasUsers(servers_->pair.target, "shop"));
  Execute(servers_->pair.target, "shop", "DROP TABLE public.users");
}

TEST_F(Pin, IsOfHostNameAndOidWhereTheNumberIsHidden) {
  for (const char* database : {"shop", "staging"}) {
    Execute(servers_->pair.source, database,
            "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
  }
  const std::string numbered = scratch_.File("numbered.json", Discovered(Source()));
  const ProcessResult unknown = Run(numbered, Reader("shop"), Target());
  EXPECT_NE(unknown.status, 0);
  EXPECT_TRUE(OutputHas(unknown, "source: can't tell whether this is the database"))
      << unknown.output;

  const std::string text = Discovered(Reader("shop"));
  EXPECT_NE(text.find(R"("pin": {"host": "127.0.0.1", "database": "shop", "database_oid": ")"),
            std::string::npos)
      << text;
  const std::string plan = scratch_.File("plan.json", text);
  EXPECT_FALSE(OutputHas(Run(plan, Reader("shop"), Target()), "isn't the database"));
  const ProcessResult staging = Run(plan, Reader("staging"), Target());
  EXPECT_EQ(staging.status, 1) << staging.output;
  EXPECT_TRUE(OutputHas(staging, "source: database OID: have ")) << staging.output;
}

}  // namespace
}  // namespace gonogo::testing_support
