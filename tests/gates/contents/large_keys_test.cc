// Tests that the checksum of business keys is taken of more keys than fit into one value.
#include <gtest/gtest.h>

#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

// 1,200 keys of 1 MB: a value of PostgreSQL has at most 1 GB. They compress well.
TEST(SlowLargeKeys, AreAddedUp) {
  const BothDatabases databases("large_keys");
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, k text);"
      "INSERT INTO t SELECT i, repeat(i::text || 'k', 250000) FROM generate_series(1000, 2199) AS i");
  const RunningGate gate(
      {{"gate", "business_key_checksum"}}, {{"source", "a"}, {"target", "b"}},
      {{"relations", Json::array({{{"source", "public.t"}, {"key", Json::array({"k"})}}})}});
  const auto run = [&] {
    Pair pair = databases.Open();
    return gate.Run(pair);
  };
  EXPECT_TRUE(run().findings.empty());
  databases.OnTarget("UPDATE t SET k = k || 'x' WHERE id = 1500");
  EXPECT_EQ(run().findings.size(), 1U);
}

}  // namespace
}  // namespace gonogo::testing_support
