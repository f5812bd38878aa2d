// Tests that a gate asks once for all relations what it asks of each: a server may be 100 ms away.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <mutex>

#include "core/error.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"
#include "tests/support/servers/sent_statements.h"

namespace gonogo::testing_support {
namespace {

constexpr int kRelations = 30;

std::string Tables() {
  std::string sql;
  for (int i = 0; i < kRelations; ++i) {
    sql += fmt::format(
        "CREATE TABLE t{0} (id serial PRIMARY KEY, code text UNIQUE, parent int REFERENCES t{0});"
        "INSERT INTO t{0} (code, parent) VALUES ('a', 1), ('b', 1);",
        i);
  }
  sql += "CREATE TABLE bare (id int);";  // with nothing about which a gate could ask its rows
  return sql;
}

Json Relations() {
  Json relations = Json::array();
  for (int i = 0; i < kRelations; ++i) {
    relations.push_back({{"source", fmt::format("public.t{}", i)}, {"key", Json::array({"id"})}});
  }
  relations.push_back({{"source", "public.bare"}, {"key", Json::array({"id"})}});
  return relations;
}

// What a gate needs besides its name.
Json CheckOf(const std::string& gate) {
  Json check = {{"gate", gate}};
  if (gate == "target_untouched") check["since"] = "3:3:";
  return check;
}

// The gates with a case for each relation, without other parameters. Not row_checksum: compare/ has
// tests of what that asks.
std::vector<std::string> GatesOfRelations() {
  std::vector<std::string> names;
  for (const Gate& gate : AllGates()) {
    if (gate.name == "row_checksum") continue;
    try {
      const RunningGate running(CheckOf(gate.name), {{"source", "a"}, {"target", "b"}},
                                {{"relations", Relations()}});
      if (running.subjects() >= kRelations) names.push_back(gate.name);
    } catch (const PlanError&) {
      // It needs parameters, which name what it examines.
    }
  }
  return names;
}

TEST(RoundTrips, AreNoMoreForManyRelationsThanForFew) {
  const BothDatabases databases("round_trips");
  databases.OnBoth(Tables());
  const auto gates = GatesOfRelations();
  EXPECT_GE(gates.size(), 15U);
  for (const std::string& name : gates) {
    const RunningGate gate(CheckOf(name), {{"source", "a"}, {"target", "b"}},
                           {{"relations", Relations()}});
    Pair pair = databases.Open();
    const SentStatements sent;
    for (const Outcome& outcome : gate.RunAll(pair)) {
      EXPECT_GE(outcome.examined, 1) << name;
    }
    EXPECT_LT(SentStatements::Turns(), std::size_t{kRelations}) << name;
  }
}

// Returns how many statements about rows of t25 are sent if only the cases of these relations run.
std::size_t ReadingsOfOthers(const RunningGate& gate, const BothDatabases& databases,
                             const std::set<std::string>& subjects) {
  Pair pair = databases.Open();
  std::mutex mutex;
  std::size_t readings = 0;
  const WatchedSending watched([&](const Sending& sending) {
    const std::lock_guard lock(mutex);
    if (sending.statement.find("t25") != std::string_view::npos) ++readings;
  });
  EXPECT_EQ(gate.RunOnly(pair, subjects).size(), subjects.size());
  return readings;
}

// Small relations are read together, but those of other shards aren't read for nothing.
TEST(RoundTrips, AShardReadsOnlyTheRelationsOfItsCases) {
  const BothDatabases databases("read_by_shards");
  databases.OnBoth(Tables());
  std::size_t gates = 0;  // that read rows of relations
  for (const std::string& name : GatesOfRelations()) {
    const RunningGate gate(CheckOf(name), {{"source", "a"}, {"target", "b"}},
                           {{"relations", Relations()}});
    EXPECT_EQ(ReadingsOfOthers(gate, databases, {"public.t1", "public.t2"}), 0U) << name;
    if (ReadingsOfOthers(gate, databases, {"public.t1", "public.t25"}) > 0) ++gates;
  }
  EXPECT_GE(gates, 3U);
}

}  // namespace
}  // namespace gonogo::testing_support
