// gonogo diff while others write, and when it is interrupted.
#include <gtest/gtest.h>

#include <future>

#include "core/json/json.h"
#include "tests/app/commands/diffed.h"

namespace gonogo::testing_support {
namespace {

class DiffUnderLoad : public testing::Test {
 protected:
  // One row, with different values.
  DiffUnderLoad() {
    databases_.OnBoth("CREATE TABLE t (id int PRIMARY KEY, n int)");
    databases_.OnSource("INSERT INTO t VALUES (1, 1)");
    databases_.OnTarget("INSERT INTO t VALUES (1, 2)");
  }

  // A statement that runs on the target during the test. The destructor waits for its end.
  void MeanwhileOnTarget(const std::string& sql) {
    meanwhile_ = std::async(std::launch::async, [this, sql] { databases_.OnTarget(sql); });
  }

  BothDatabases databases_{"diff_under_load"};
  std::future<void> meanwhile_;
};

TEST_F(DiffUnderLoad, WaitsForARowThatLags) {
  MeanwhileOnTarget("SELECT pg_sleep(0.5); UPDATE t SET n = 1");
  const ProcessResult run = Diffed(databases_, {"--recheck", "20"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.output,
            "public.t  equal: 1 row; 1 row lagged and agreed when read again\n"
            "equal: 1 relation\n");
}

TEST_F(DiffUnderLoad, ShowsARowThatKeepsDiffering) {
  const ProcessResult run = Diffed(databases_, {"--recheck", "1"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.output,
            "public.t  different  id=1: n\n"
            "public.t  different: source 1 row, target 1 row; 1 row different\n"
            "different: 1 of 1 relation\n");
}

TEST_F(DiffUnderLoad, MarksARowThatNeverSettles) {
  MeanwhileOnTarget(
      "DO $$ BEGIN FOR i IN 3..40 LOOP UPDATE t SET n = i; COMMIT; PERFORM pg_sleep(0.1); END "
      "LOOP; END $$");
  const ProcessResult run = Diffed(databases_, {"--recheck", "2", "--json"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(ParseJson(run.output.substr(0, run.output.find('\n'))), (Json{{"relation", "public.t"},
                                                                          {"kind", "different"},
                                                                          {"key", {{"id", "1"}}},
                                                                          {"columns", {"n"}},
                                                                          {"unsettled", true}}));
}

TEST_F(DiffUnderLoad, DoesNotWaitOnAnIdleServer) {
  for (const char* const load : {"0", "1"}) {
    EXPECT_EQ(Diffed(databases_, {"--max-load", load, "--jobs", "3"}).status, 1) << load;
  }
}

TEST_F(DiffUnderLoad, WaitsWhileTheServerIsTooBusy) {
  MeanwhileOnTarget("SELECT pg_sleep(1); UPDATE t SET n = n");
  std::future<void> another =
      std::async(std::launch::async, [this] { databases_.OnTarget("SELECT pg_sleep(1)"); });
  // Waits until both sleep.
  const auto asleep = [this] {
    return RunCommand({.words = {"psql", "-XAt", databases_.TargetUrl(), "-c",
                                 "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND "
                                 "query LIKE '%pg_sleep(1)%' AND pid <> pg_backend_pid()"}})
        .output;
  };
  while (asleep() != "2\n") continue;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(Diffed(databases_, {"--max-load", "1"}).status, 1);
  EXPECT_GT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(300));
}

// A signal arrives while a statement of some seconds runs on each side.
constexpr const char* kDiffAndSignal = R"sh(
  ask() {
    psql -X -At "$target" -c "select count(*) from pg_stat_activity where state = 'active'
      and application_name like 'gonogo%' and query like '%sha256%'"
  }
  "$gonogo" diff --method sha256 --source "$source" --target "$target" &
  pid=$!
  until [ "$(ask)" -gt 0 ]; do kill -0 $pid || exit 99; sleep 0.05; done
  before=$(date +%s%N)
  kill -$signal $pid
  wait $pid
  status=$?
  [ $(($(date +%s%N) - before)) -lt 2000000000 ] && echo prompt
  echo "left: $(ask)"
  exit $status
)sh";

TEST(DiffInterrupted, EndsWith130AndCancelsItsStatements) {
  const BothDatabases databases("diff_interrupted");
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, word text); "
      "INSERT INTO t SELECT i, repeat('x', 20000) FROM generate_series(1, 15000) AS i");
  for (const char* const signal : {"INT", "TERM"}) {
    const ProcessResult run = RunCommand({.words = {"bash", "-c", kDiffAndSignal},
                                          .environment = {{"gonogo", GONOGO_PROGRAM},
                                                          {"signal", signal},
                                                          {"source", databases.SourceUrl()},
                                                          {"target", databases.TargetUrl()}}});
    EXPECT_EQ(run.status, 130) << run.output;
    EXPECT_NE(run.output.find("prompt\nleft: 0\n"), std::string::npos) << run.output;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
