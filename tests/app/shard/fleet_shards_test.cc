// Shards of a fleet: each gates some databases, and none of them is lost.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kPlanOfFleet = R"({"gonogo": 1, "name": "shop",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "relations": [{"source": "public.users", "key": ["id"]}],
  "checks": [{"id": "row_count", "gate": "row_count", "phases": ["gate"]}]})";

class FleetShards : public testing::Test {
 protected:
  FleetShards() {
    std::string rows = "name,SRC_DB_URL,TGT_DB_URL\n";
    for (const std::string name : kNames) {
      CreateDatabases("shards_" + name);
      for (const Cluster* cluster : {&TestPair().source, &TestPair().target}) {
        Execute(*cluster, "shards_" + name,
                "CREATE TABLE users (id integer PRIMARY KEY); INSERT INTO users VALUES (1)");
      }
      rows += name + "," + UrlOf(TestPair().source, "shards_" + name) + "," +
              UrlOf(TestPair().target, "shards_" + name) + "\n";
    }
    scratch_.File("plan.json", kPlanOfFleet);
    scratch_.File("fleet.csv", rows);
    const ProcessResult planned =
        RunShard({"plan", "gate", "--shards", "2", "--fleet", scratch_.Path("fleet.csv")});
    EXPECT_EQ(planned.status, 0) << planned.output;
  }
  ~FleetShards() override {
    for (const std::string name : kNames) DropDatabases("shards_" + name);
  }

  ProcessResult RunShard(Words words) const {
    words.insert(words.begin(), "shard");
    words.insert(words.end(), {"--set", Set(), "--plan", scratch_.Path("plan.json")});
    return RunGonogo(words,
                     {{"GONOGO_PLAN", ""}, {"GONOGO_MIGRATION", scratch_.Path("migration")}});
  }
  ProcessResult Run(const std::string& shard) const { return RunShard({"run", "--shard", shard}); }
  std::string Set() const { return scratch_.Path("set"); }

  static constexpr std::array kNames = {"a", "b", "c"};
  Scratch scratch_;
};

TEST_F(FleetShards, AreGoTogether) {
  EXPECT_EQ(Run("1").status, 0);
  EXPECT_EQ(Run("2").status, 0);
  const ProcessResult merged = RunShard({"merge"});
  EXPECT_EQ(merged.status, 0) << merged.output;
  const ProcessResult verified = RunGonogo({"evidence", "verify", Set() + "/verdict.gate"});
  EXPECT_EQ(verified.status, 3) << verified.output;  // nobody signed it
  EXPECT_FALSE(OutputHas(verified, "wrong")) << verified.output;
}

TEST_F(FleetShards, AreNamedIfTheyAreMissing) {
  EXPECT_EQ(Run("2").status, 0);
  const ProcessResult merged = RunShard({"merge"});
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "shard 1 of 2 didn't run: gonogo shard run --shard 1 --set " +
                                    Set() + " --plan " + scratch_.Path("plan.json")))
      << merged.output;
  Run("1");
  EXPECT_EQ(RunShard({"merge"}).status, 0);
}

TEST_F(FleetShards, AreNoGoIfADatabaseIs) {
  Execute(TestPair().target, "shards_c", "DELETE FROM users");
  Run("1");
  Run("2");
  const ProcessResult merged = RunShard({"merge"});
  EXPECT_EQ(merged.status, 1) << merged.output;
}

TEST_F(FleetShards, AreRefusedIfTheyAreSpoiled) {
  Run("1");
  Run("2");
  const std::string evidence = "set/shard-1.attempt-1/databases/a/evidence.jsonl";
  scratch_.File(evidence, ReadFile(scratch_.Path(evidence)) + "{}\n");
  EXPECT_EQ(RunShard({"merge"}).status, 3);
  scratch_.File("set/shard-1.attempt-1/more", "");
  const ProcessResult more = RunShard({"merge"});
  EXPECT_EQ(more.status, 2) << more.output;
  EXPECT_TRUE(OutputHas(more, "isn't what a shard leaves: remove it")) << more.output;
}

}  // namespace
}  // namespace gonogo::testing_support
