// Tests fence while another session really writes.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "gates/sessions/write_counters.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

class Writer {
 public:
  Writer(const std::string& url, const std::string& sql)
      : thread_([url, sql](const std::stop_token& stop) {
          RepeatedTransaction transaction(url, sql);
          while (!stop.stop_requested()) transaction.Run();
        }) {}

 private:
  std::jthread thread_;
};

// Returns the findings on tables as texts. Leaves out the writer's session, because its state
// depends on the moment.
std::vector<std::string> TableFindings(const Outcome& outcome) {
  std::vector<std::string> found;
  for (const Finding& finding : outcome.findings) {
    if (finding.subject.find("session of") == std::string::npos) {
      found.push_back(finding.subject + " " + finding.have.substr(finding.have.find(' ') + 1));
    }
  }
  return found;
}

const Json kFence = {{"gate", "fence"}, {"may_stay", {"job"}}, {"interval_ms", 1200}};

TEST(Fence, FindsWrittenRowsAndCountsPartitionsAsTheirRoot) {
  const BothDatabases databases("fence_writer");
  databases.OnBoth(
      "CREATE TABLE quiet (id int); CREATE TABLE written (id int);"
      "CREATE TABLE noisy (id int) PARTITION BY RANGE (id);"
      "CREATE TABLE noisy_1 PARTITION OF noisy FOR VALUES FROM (0) TO (10);"
      "CREATE TABLE of_extension (id int); ALTER EXTENSION plpgsql ADD TABLE of_extension;"
      "ALTER DATABASE fence_writer SET default_transaction_read_only = on");
  const Writer writer(databases.SourceUrl() + "?application_name=job",
                      "SET TRANSACTION READ WRITE; INSERT INTO noisy VALUES (1);"
                      "INSERT INTO written VALUES (1);"
                      "CREATE TEMPORARY TABLE IF NOT EXISTS own (id int);"
                      "INSERT INTO own VALUES (1); INSERT INTO of_extension VALUES (1)");
  Pair pair = databases.Open();
  const Outcome outcome = RunningGate(kFence, {}).Run(pair);
  EXPECT_EQ(TableFindings(outcome), (std::vector<std::string>{"public.noisy rows inserted",
                                                              "public.written rows inserted"}));
}

TEST(Fence, DoesNotCountReadsVacuumOrTemporaryTablesAsWrites) {
  const BothDatabases databases("fence_reader");
  databases.OnBoth(
      "CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 1000); DELETE FROM t;");
  databases.OnBoth("ALTER DATABASE fence_reader SET default_transaction_read_only = on");
  const Writer reader(databases.SourceUrl() + "?application_name=job",
                      "SET TRANSACTION READ WRITE; SELECT count(*) FROM t;"
                      "CREATE TEMPORARY TABLE IF NOT EXISTS own (id int);"
                      "INSERT INTO own VALUES (1)");
  std::jthread vacuum([&] {
    for (int i = 0; i < 20; ++i) {
      Execute(TestPair().source, "fence_reader", "VACUUM ANALYZE t");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  });
  Pair pair = databases.Open();
  EXPECT_EQ(TableFindings(RunningGate(kFence, {}).Run(pair)), std::vector<std::string>());
}

TEST(Fence, LeavesOutWhatThePlanExcludes) {
  const BothDatabases databases("fence_left_out");
  databases.OnBoth("CREATE TABLE heartbeat (id int)");
  databases.OnBoth("ALTER DATABASE fence_left_out SET default_transaction_read_only = on");
  const Writer writer(databases.SourceUrl() + "?application_name=job",
                      "SET TRANSACTION READ WRITE; INSERT INTO heartbeat VALUES (1)");
  Pair pair = databases.Open();
  const Json exclude = Json::array({{{"relation", "public.heartbeat"}, {"reason", "it beats"}}});
  EXPECT_EQ(TableFindings(RunningGate(kFence, {}, {{"exclude", exclude}}).Run(pair)),
            std::vector<std::string>());
}

TEST(Fence, FindsThatTransactionsArentReadOnly) {
  const BothDatabases databases("fence_open");
  Pair pair = databases.Open();
  EXPECT_EQ(TableFindings(RunningGate(kFence, {}).Run(pair)),
            std::vector<std::string>{"default_transaction_read_only off"});
}

TEST(WritesBetween, ListsTablesThatWereWrittenCreatedOrDropped) {
  const WriteSample before{.tables = {{"a", {1, 2, 3}}, {"b", {1, 1, 1}}, {"gone", {}}},
                           .transactions = 10,
                           .wal_bytes = 100};
  const WriteSample after{.tables = {{"a", {2, 2, 5}}, {"b", {0, 1, 1}}, {"new", {}}},
                          .transactions = 11,
                          .wal_bytes = 100};
  const Outcome outcome = WritesBetween(before, after);
  const std::vector<Finding> findings = {{"a", "1 row inserted, 2 rows deleted", "no change"},
                                         {"b", "fewer rows inserted than before", "no change"},
                                         {"gone", "dropped", "no change"},
                                         {"new", "created", "no change"}};
  EXPECT_EQ(outcome.findings, findings);
  EXPECT_EQ(outcome.examined, 4);
  EXPECT_EQ(outcome.notes, std::vector<std::string>{
                               "between two samples: 1 transaction, including gonogo's own; the "
                               "write-ahead log didn't grow"});
}

TEST(WritesBetween, OnlyNotesGrowthOfTheLog) {
  const Outcome outcome = WritesBetween({.wal_bytes = 100}, {.wal_bytes = 228});
  EXPECT_TRUE(outcome.findings.empty());
  EXPECT_EQ(outcome.notes.front(),
            "between two samples: 0 transactions, including gonogo's own; the write-ahead log grew "
            "by 128 bytes, perhaps by the server's own work");
}

}  // namespace
}  // namespace gonogo::testing_support
