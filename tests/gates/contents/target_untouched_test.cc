// target_untouched finds what a transaction writes that was under way when the target was filled.
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "fixtures/throwaway/cluster_sql.h"
#include "gates/objects/target_mark.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

void WaitForAWaitingSession() {
  while (!HasRow(TestPair().target,
                 "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

TEST(TargetUntouched, FindsRowsOfASubtransactionThatBeganBefore) {
  const BothDatabases databases("target_untouched");
  databases.OnBoth("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)");
  auto holder = std::make_unique<OpenTransaction>(databases.TargetUrl(),
                                                  "SELECT pg_advisory_xact_lock(4711)");
  auto worker = std::async(std::launch::async, [&] {
    databases.OnTarget(
        "DO $$ BEGIN"
        "  INSERT INTO t VALUES (5);"
        "  BEGIN"
        "    INSERT INTO t VALUES (2); PERFORM pg_advisory_xact_lock(4711); INSERT INTO t VALUES (3);"
        "  EXCEPTION WHEN division_by_zero THEN NULL;"
        "  END; "
        "END $$");
  });
  WaitForAWaitingSession();
  databases.OnTarget("INSERT INTO t VALUES (4)");  // so that the snapshot ends above both numbers
  const std::string mark = MarkNow(databases.Open().Target()).snapshot;
  holder.reset();
  worker.get();
  Pair pair = databases.Open();
  const RunningGate gate({{"gate", "target_untouched"}, {"since", mark}},
                         {{"source", "a"}, {"target", "b"}},
                         {{"relations", {{{"source", "public.t"}}}}});
  const Outcome outcome = gate.Run(pair);
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_TRUE(outcome.findings[0].have.starts_with("3 rows written by 2 transactions"))
      << outcome.findings[0].have;
}

}  // namespace
}  // namespace gonogo::testing_support
