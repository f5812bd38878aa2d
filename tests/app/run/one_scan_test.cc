// row_checksum and row_count share one scan of each relation.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kOneScanPlan = R"({
  "gonogo": 1, "name": "both",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "relations": [{"source": "t"}],
  "checks": [{"id": "count", "gate": "row_count"}, {"id": "contents", "gate": "row_checksum"}]
})";

// The number of sequential scans of the table, read after gonogo's sessions have ended.
std::string ScansOf(const std::string& url) {
  const auto ask = [&](const std::string& what) {
    return RunCommand({.words = {"psql", "-XAt", url, "-c", "SELECT " + what}}).output;
  };
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (ask("count(*) FROM pg_stat_activity WHERE application_name LIKE 'gonogo %'") != "0\n" &&
         std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return ask("seq_scan FROM pg_stat_user_tables WHERE relname = 't'");
}

TEST(OneScan, ServesRowCountAndRowChecksum) {
  const Scratch scratch;
  const BothDatabases databases("one_scan");
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t SELECT generate_series(1, 1000)");
  databases.OnBoth("SELECT pg_stat_reset()");
  const ProcessResult run = RunGonogo(
      {"run", "all", "--plan", scratch.File("plan.json", kOneScanPlan), "--out",
       scratch.Path("out"), "--source", databases.SourceUrl(), "--target", databases.TargetUrl()});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(VerdictIn(scratch.Path("out"))["cases"]["passed"], 2);
  EXPECT_EQ(ScansOf(databases.SourceUrl()), "1\n");
  EXPECT_EQ(ScansOf(databases.TargetUrl()), "1\n");
}

}  // namespace
}  // namespace gonogo::testing_support
