// Tests gate redis with a server whose disk has an error, which takes a second to come about.
#include <gtest/gtest.h>

#include <thread>

#include "gates/cases/case_services.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

TEST(RedisWithADiskError, RefusesWrites) {
  // A snapshot each second, in a folder in which nobody can create files.
  const Json lines = {"save 1 0", "dir /proc", "shutdown-on-sigterm nosave force"};
  const CaseServices services(
      Json({{"cache", {{"redis", {{"configuration", lines}, {"tls", false}}}}}}));
  const Json check = {{"gate", "redis"}, {"url", {{"env", "URL"}}}};
  const RunningGate gate(check, {{"URL", "redis://" + services.facts().at("cache.address")}});
  BothDatabases databases("redis_with_a_disk_error");
  Pair pair = databases.Open();
  Outcome outcome;
  for (int i = 0; i < 300 && outcome.findings.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    outcome = gate.Run(pair);
  }
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_EQ(outcome.findings.front().have, "refused: MISCONF");
}

}  // namespace
}  // namespace gonogo::testing_support
