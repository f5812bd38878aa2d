// A run that ends early leaves no servers, no folders and no verdict.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::steady_clock;

// Runs `script` in a shell; $gonogo, $project and $scratch are set.
ProcessResult Shell(const std::string& script, const Scratch& scratch, Variables variables = {}) {
  variables.insert({{"gonogo", GONOGO_PROGRAM},
                    {"project", GONOGO_SOURCE_DIR},
                    {"TMPDIR", scratch.Path("")},
                    {"scratch", scratch.Path("")}});
  return RunCommand({.words = {"bash", "-c", script}, .environment = variables});
}

// The scratch folder replaces /tmp, so the servers need access to it.
void OpenToServers(const Scratch& scratch) {
  std::filesystem::permissions(scratch.Path(""), std::filesystem::perms::all);
}

bool BecomesEmptyOf(const std::string& prefix, const Scratch& scratch) {
  const auto deadline = steady_clock::now() + std::chrono::seconds(20);
  while (steady_clock::now() < deadline) {
    bool found = false;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.Path(""))) {
      found = found || entry.path().filename().string().starts_with(prefix);
    }
    if (!found) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

// Starts a rehearsal, waits until its servers run, and sends it a signal.
constexpr const char* kRehearseAndSignal = R"sh(
  "$gonogo" rehearse --plan "$project/plans/credity/plan.json" --out "$scratch/out" &
  pid=$!
  until ls "$scratch"/gonogo-pair-*/target/postmaster.pid; do
    kill -0 $pid || exit 99
    sleep 0.05
  done >/dev/null 2>&1
  kill -$signal $pid
  wait $pid
)sh";

TEST(Interrupted, RehearsalEndsWith130AndRemovesItsPair) {
  for (const std::string signal : {"INT", "TERM"}) {
    const Scratch scratch;
    OpenToServers(scratch);
    const ProcessResult run = Shell("signal=" + signal + ";" + kRehearseAndSignal, scratch);
    EXPECT_EQ(run.status, 130) << run.output;
    EXPECT_TRUE(BecomesEmptyOf("gonogo-pair-", scratch)) << run.output;
    EXPECT_FALSE(std::filesystem::exists(scratch.Path("out/verdict.json")));
  }
}

TEST(Killed, RehearsalRemovesItsPair) {
  const Scratch scratch;
  OpenToServers(scratch);
  const ProcessResult run = Shell(std::string("signal=KILL;") + kRehearseAndSignal, scratch);
  EXPECT_EQ(run.status, 137) << run.output;
  EXPECT_TRUE(BecomesEmptyOf("gonogo-pair-", scratch)) << run.output;
}

// Like `timeout -s KILL`: the signal goes to every process of the group.
constexpr const char* kRehearseAndKillGroup = R"sh(
  setsid "$gonogo" rehearse --plan "$project/plans/credity/plan.json" --out "$scratch/out" &
  pid=$!
  until ls "$scratch"/gonogo-pair-*/target/postmaster.pid; do
    kill -0 $pid || exit 99
    sleep 0.05
  done >/dev/null 2>&1
  kill -KILL -- -$pid
  wait $pid
)sh";

TEST(SlowKilled, RehearsalRemovesItsPairIfItsProcessGroupIsKilled) {
  const Scratch scratch;
  OpenToServers(scratch);
  const ProcessResult run = Shell(kRehearseAndKillGroup, scratch);
  EXPECT_EQ(run.status, 137) << run.output;
  EXPECT_TRUE(BecomesEmptyOf("gonogo-pair-", scratch)) << run.output;
}

// Kills a rehearsal while its application runs.
constexpr const char* kKillWithApplication = R"sh(
  "$gonogo" rehearse --plan "$project/plans/credity/plan.json" --out "$scratch/out" &
  pid=$!
  until ls "$scratch"/out/ledger.jsonl; do
    kill -0 $pid || exit 99
    sleep 0.05
  done >/dev/null 2>&1
  ls "$scratch"/gonogo-pair-*/redis/redis.conf || exit 98
  kill -KILL $pid
  wait $pid
  for i in $(seq 100); do
    pgrep --full "$scratch/gonogo-pair-" >/dev/null || break
    sleep 0.1
  done
  pgrep --full --list-full "$scratch/gonogo-pair-" && exit 97
  exit 0
)sh";

TEST(SlowKilled, RehearsalEndsItsApplication) {
  const Scratch scratch;
  OpenToServers(scratch);
  const ProcessResult run = Shell(kKillWithApplication, scratch);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(BecomesEmptyOf("gonogo-pair-", scratch)) << run.output;
}

// A signal arrives while a case waits for a lock.
constexpr const char* kRunBehindALockAndSignal = R"sh(
  ask() { psql -X -At "$target" -c "select count(*) from $1"; }
  psql -X -q "$target" -c 'begin; lock table wallet.activities; select pg_sleep(30)' >/dev/null 2>&1 &
  until ask "pg_locks where granted and mode = 'AccessExclusiveLock' and relation = 'wallet.activities'::regclass" | grep -q 1
  do sleep 0.05; done
  "$gonogo" run gate --check row_count --plan "$project/plans/credity/plan.json" \
    --out "$scratch/out" --source "$source" --target "$target" &
  pid=$!
  until ask "pg_stat_activity where wait_event_type = 'Lock'" | grep -q 1; do sleep 0.05; done
  kill -INT $pid
  wait $pid
  status=$?
  echo "left: $(ask "pg_stat_activity where application_name like 'gonogo%'")"
  ask "(select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()) as ended" >/dev/null
  exit $status
)sh";

TEST(Interrupted, RunCancelsItsStatementKeepsItsEvidenceAndHasNoVerdict) {
  const Scratch scratch;
  const DamagedTarget target("");
  const ProcessResult run = Shell(kRunBehindALockAndSignal, scratch,
                                  {{"source", CredityUrl()}, {"target", target.Url()}});
  EXPECT_EQ(run.status, 130) << run.output;
  EXPECT_NE(run.output.find("left: 0"), std::string::npos) << run.output;
  EXPECT_FALSE(std::filesystem::exists(scratch.Path("out/verdict.json")));
  const std::string evidence = ReadFile(scratch.Path("out/evidence.jsonl"));
  EXPECT_NE(evidence.find("\"type\":\"run\""), std::string::npos);
  EXPECT_NE(evidence.find("\"subject\":\"issuer.tenants\""), std::string::npos);
}

TEST(Killed, RunLeavesEvidenceWithoutVerdictThatMergesToNoGo) {
  const Scratch scratch;
  const DamagedTarget target("");
  ASSERT_EQ(RunCredity("gate", target.Url(), scratch.Path("runs/all")).status, 0);
  // As after a crash: the last lines are missing.
  const std::string file = scratch.Path("runs/all/evidence.jsonl");
  std::string lines = ReadFile(file);
  lines.erase(lines.rfind('\n', lines.size() - 2) + 1);
  scratch.File("runs/all/evidence.jsonl", lines);
  std::filesystem::remove(scratch.Path("runs/all/verdict.json"));
  const ProcessResult merged = RunGonogo({"evidence", "merge", scratch.Path("runs"), "gate",
                                          "--plan", InProject("plans/credity/plan.json")});
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_NE(merged.output.find("did not run"), std::string::npos) << merged.output;
}

constexpr const char* kTwoKeptPairs = R"sh(
  set -e
  "$gonogo" pair up --name one --plan "$project/plans/credity/shared-public.json"
  "$gonogo" pair up --name two
  "$gonogo" pair status --name one
  "$gonogo" pair status --name two --json
  ! "$gonogo" pair up --name one
  eval "$("$gonogo" pair urls --name one)"
  psql -X -At "$TGT_DB_URL" -c 'select $$users $$ || (count(*) > 0) from public.users'
  "$gonogo" run preflight schema verify gate --pair one --plan "$project/plans/credity/shared-public.json" \
    --out "$scratch/out" --quiet
  "$gonogo" pair down --name one
  "$gonogo" pair down --name two
  ! "$gonogo" pair status --name one
  ! "$gonogo" pair down --name one
)sh";

TEST(KeptPair, IsFoundAgainAndEndsWhenAsked) {
  const Scratch scratch;
  OpenToServers(scratch);
  const ProcessResult run = Shell(kTwoKeptPairs, scratch);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("users true"), std::string::npos) << run.output;
  EXPECT_TRUE(BecomesEmptyOf("gonogo-kept-", scratch));
}

// Any user can create a folder in /tmp.
TEST(KeptPair, OfAnotherUserIsNotTouched) {
  const Scratch scratch;
  const ProcessResult run = Shell(R"sh(
    folder="$scratch/gonogo-kept-$(id -u)-trap"
    mkdir -p "$folder/source.bin" "$folder/source"
    echo 1 > "$folder/source/postmaster.pid"
    printf '#!/bin/sh\ntouch "%s/ran"' "$scratch" > "$folder/source.bin/pg_ctl"
    chmod -R a+rwx "$folder"
    "$gonogo" pair down --name trap
    status=$?
    [ ! -e "$scratch/ran" ] && [ -d "$folder" ] && exit $status
  )sh",
                                  scratch);
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_NE(run.output.find("belongs to another user"), std::string::npos) << run.output;
}

TEST(KeptPair, EndsWithItsParentIfAsked) {
  const Scratch scratch;
  OpenToServers(scratch);
  const ProcessResult run =
      Shell("\"$gonogo\" pair up --name child --with-parent; exit $?", scratch);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(BecomesEmptyOf("gonogo-kept-", scratch));
}

}  // namespace
}  // namespace gonogo::testing_support
