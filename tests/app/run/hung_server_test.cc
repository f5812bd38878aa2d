// The first signal ends a run whose server doesn't answer, however long it may wait.
#include <gtest/gtest.h>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"
#include "tests/support/servers/fake_postgres.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kHungPlan = R"({
  "gonogo": 1, "name": "hung",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "limits": {"statement_timeout_ms": 0, "connect_timeout_s": 0},
  "checks": [{"id": "slow", "gate": "scalar", "file": "slow.sql", "side": "source", "equals": "1"}]
})";

// Stops the source's backend that sleeps, sends one SIGTERM, which `timeout` passes on, and prints
// the exit status. SIGKILL follows after a minute, which would be another status.
constexpr const char* kStopAndTerminate = R"bash(
ask() { psql -XAt "$url" -c "$1"; }
timeout --preserve-status -s KILL 60 "$gonogo" run all --plan "$plan" --out "$out" --source "$url" --target "$other" > /dev/null 2>&1 &
run=$!
for i in $(seq 200); do
  backend=$(ask "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
  [ -n "$backend" ] && break
  sleep 0.1
done
kill -STOP $backend
kill -TERM $run
wait $run; echo "status $?"
kill -CONT $backend
)bash";

TEST(HungServer, IsLeftAtTheFirstSignalWhileConnecting) {
  const Scratch scratch;
  const BothDatabases databases("hung");
  const FakePostgres server(Misbehaviour::kNeverAnswersStartup);
  scratch.File("slow.sql", "SELECT count(*) FROM pg_catalog.pg_class");
  const ProcessResult run =
      RunCommand({.words = {"timeout", "--preserve-status", "-k", "60", "-s", "TERM", "2",
                            GONOGO_PROGRAM, "run", "all", "--plan",
                            scratch.File("plan.json", kHungPlan), "--out", scratch.Path("out"),
                            "--source", server.Url(), "--target", databases.TargetUrl()}});
  EXPECT_EQ(run.status, 130) << run.output;
}

TEST(HungServer, IsLeftAtTheFirstSignalWhileItsBackendIsStopped) {
  const Scratch scratch;
  const BothDatabases databases("hung");
  scratch.File("slow.sql", "SELECT 1 FROM pg_catalog.pg_sleep(600)");
  const ProcessResult run =
      RunCommand({.words = {"bash", "-c", kStopAndTerminate},
                  .environment = {{"gonogo", GONOGO_PROGRAM},
                                  {"plan", scratch.File("plan.json", kHungPlan)},
                                  {"out", scratch.Path("out")},
                                  {"url", databases.SourceUrl()},
                                  {"other", databases.TargetUrl()}}});
  EXPECT_EQ(run.output, "status 130\n");
}

}  // namespace
}  // namespace gonogo::testing_support
