// The fence while somebody writes: a real writer, whose session may be anybody's.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "gates/sessions/write_counters.h"
#include "tests/gates/running_gate.h"
#include "tests/support/both_databases.h"

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

// The findings on tables, one text each; what is found of the writer's session depends on the
// moment.
std::vector<std::string> FoundOnTables(const Outcome& outcome) {
  std::vector<std::string> found;
  for (const Finding& finding : outcome.findings) {
    if (finding.subject.find("session of") == std::string::npos) {
      found.push_back(finding.subject + " " + finding.have.substr(finding.have.find(' ') + 1));
    }
  }
  return found;
}

const Json kFence = {{"gate", "fence"}, {"may_stay", {"job"}}, {"interval_ms", 1200}};

TEST(Fence, SeesRowsThatAreWrittenAndCountsPartitionsAsTheirRoot) {
  const BothDatabases databases("fence_writer");
  databases.OnBoth(
      "CREATE TABLE quiet (id int);"
      "CREATE TABLE noisy (id int) PARTITION BY RANGE (id);"
      "CREATE TABLE noisy_1 PARTITION OF noisy FOR VALUES FROM (0) TO (10);"
      "ALTER DATABASE fence_writer SET default_transaction_read_only = on");
  const Writer writer(databases.SourceUrl() + "?application_name=job",
                      "SET TRANSACTION READ WRITE; INSERT INTO noisy VALUES (1)");
  Pair pair = databases.Open();
  const Outcome outcome = RunningGate(kFence, {}).Look(pair);
  EXPECT_EQ(FoundOnTables(outcome), std::vector<std::string>{"public.noisy rows inserted"});
}

TEST(Fence, DoesNotTakeReadingVacuumOrTemporaryTablesForWriting) {
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
  EXPECT_EQ(FoundOnTables(RunningGate(kFence, {}).Look(pair)), std::vector<std::string>());
}

TEST(Fence, LeavesOutWhatThePlanExcludes) {
  const BothDatabases databases("fence_left_out");
  databases.OnBoth("CREATE TABLE heartbeat (id int)");
  databases.OnBoth("ALTER DATABASE fence_left_out SET default_transaction_read_only = on");
  const Writer writer(databases.SourceUrl() + "?application_name=job",
                      "SET TRANSACTION READ WRITE; INSERT INTO heartbeat VALUES (1)");
  Pair pair = databases.Open();
  const Json exclude = Json::array({{{"relation", "public.heartbeat"}, {"reason", "it beats"}}});
  EXPECT_EQ(FoundOnTables(RunningGate(kFence, {}, {{"exclude", exclude}}).Look(pair)),
            std::vector<std::string>());
}

TEST(Fence, FindsAWriteBlockedByNoFence) {
  const BothDatabases databases("fence_open");
  Pair pair = databases.Open();
  EXPECT_EQ(FoundOnTables(RunningGate(kFence, {}).Look(pair)),
            std::vector<std::string>{"default_transaction_read_only off"});
}

TEST(WriteMovement, NamesEachTableThatMovedCameOrWent) {
  const WriteSample before{.tables = {{"a", {1, 2, 3}}, {"b", {1, 1, 1}}, {"gone", {}}},
                           .transactions = 10,
                           .wal_bytes = 100};
  const WriteSample after{.tables = {{"a", {2, 2, 5}}, {"b", {0, 1, 1}}, {"new", {}}},
                          .transactions = 11,
                          .wal_bytes = 100};
  const Outcome outcome = Movement(before, after);
  const std::vector<Finding> findings = {
      {"a", "1 row inserted, 2 rows deleted", "no row is written"},
      {"b", "fewer rows inserted than before", "no row is written"},
      {"gone", "it was dropped", "no row is written"},
      {"new", "it was made", "no row is written"}};
  EXPECT_EQ(outcome.findings, findings);
  EXPECT_EQ(outcome.examined, 4);
  EXPECT_EQ(outcome.notes, std::vector<std::string>{
                               "between two samples: 1 transaction, gonogo's own among them; the "
                               "write-ahead log stood still"});
}

TEST(WriteMovement, OfTheLogAloneIsNotedAndNoMore) {
  const Outcome outcome = Movement({.wal_bytes = 100}, {.wal_bytes = 228});
  EXPECT_TRUE(outcome.findings.empty());
  EXPECT_EQ(outcome.notes.front(),
            "between two samples: 0 transactions, gonogo's own among them; the write-ahead log "
            "grew by 128 bytes, which the server may have written for itself");
}

}  // namespace
}  // namespace gonogo::testing_support
