// Whatever happens to a server, to the way there or to gonogo itself in the middle of a stage or a
// comparison: it ends in time, says why, leaves nothing behind, and can be repeated.
#include <gtest/gtest.h>

#include <csignal>
#include <memory>
#include <thread>

#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_case.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kLost =
    "the connection was lost|server closed the connection|can't connect to|terminating connection|"
    "shutting down|starting up|in recovery mode";

Strike OfServer(const Cluster& cluster, void (*act)(const Cluster&)) {
  return {.act = [&cluster, act] { act(cluster); }};
}

Strike OfPath(Blow blow, bool is_for_good) { return {.blow = blow, .is_for_good = is_for_good}; }

constexpr std::chrono::milliseconds kMoment{500};

Strike OfGonogo(const StruckMigration& migration, const std::vector<int>& signals,
                std::chrono::milliseconds after_each = kMoment) {
  return {.act = [&migration, signals, after_each] {
    for (const int signal : signals) {
      migration.Signal(signal);
      std::this_thread::sleep_for(after_each);
    }
  }};
}

const std::vector<Misfortune>& Misfortunes() {
  using M = StruckMigration;
  using C = Cluster;
  static const std::vector<Misfortune> all = {
      {"cut", [](const M&, const C&) { return OfPath(Blow::kCut, false); }, kLost},
      {"cut_for_good", [](const M&, const C&) { return OfPath(Blow::kCut, true); }, kLost},
      {"halved", [](const M&, const C&) { return OfPath(Blow::kHalve, false); }, kLost},
      {"silent", [](const M&, const C&) { return OfPath(Blow::kSilence, true); },
       "no answer within"},
      {"delayed", [](const M&, const C&) { return OfPath(Blow::kDelay, true); }, "", 0},
      {"terminated",
       [](const M&, const C& cluster) {
         return Strike{.act = [&cluster] { TerminateSessionsOf(cluster, "struck"); }};
       },
       // pg_dump doesn't always read why its connection was closed.
       "terminating connection due to administrator command|server closed the connection"},
      {"stopped", [](const M&, const C& cluster) { return OfServer(cluster, StopAtOnce); }, kLost},
      {"killed", [](const M&, const C& cluster) { return OfServer(cluster, KillServer); }, kLost},
      {"restarted", [](const M&, const C& cluster) { return OfServer(cluster, Restart); }, kLost},
      {"gonogo_paused",
       [](const M& migration, const C&) {
         return OfGonogo(migration, {SIGSTOP, SIGCONT});
       },
       "", 0},
      {"gonogo_ended_twice",
       [](const M& migration, const C&) {
         return OfGonogo(migration, {SIGINT, SIGTERM}, std::chrono::milliseconds(3));
       },
       "", 130},
      {"gonogo_ended", [](const M& migration, const C&) { return OfGonogo(migration, {SIGTERM}); },
       "interrupted|cancelled", 130},
      {"gonogo_killed", [](const M& migration, const C&) { return OfGonogo(migration, {SIGKILL}); },
       "", 137},
  };
  return all;
}

class StruckRuns : public testing::TestWithParam<StruckCase> {};

TEST_P(StruckRuns, EndInTimeAndSayWhy) { ExpectEndsInTimeAndSaysWhy(GetParam()); }

bool IsInSample(const std::string& name) {
  static const std::set<std::string> sample = {
      "everything_cut_target", "backfill_gonogo_killed_source",
      "backfill_gonogo_ended_twice_target", "cutover_restarted_target"};
  return sample.contains(name);
}

std::string NameOfTest(const testing::TestParamInfo<StruckCase>& one) { return NameOf(one.param); }

INSTANTIATE_TEST_SUITE_P(, StruckRuns, testing::ValuesIn(StruckCases(Misfortunes(), IsInSample)),
                         NameOfTest);

bool Any(const std::string&) { return true; }

INSTANTIATE_TEST_SUITE_P(Slow, StruckRuns, testing::ValuesIn(StruckCases(Misfortunes(), Any)),
                         NameOfTest);

// For longer than all timeouts, as if the host slept.
StruckRun PausedLong(const StruckMigration& migration, SideName side, std::int64_t at_byte) {
  PerSide<Strike> strikes;
  strikes[side] = {.at_byte = at_byte, .act = [&migration] {
                     migration.SignalAll(SIGSTOP);
                     std::this_thread::sleep_for(std::chrono::seconds(12));
                     migration.SignalAll(SIGCONT);
                   }};
  const StruckRun run = migration.Run(strikes);
  EXPECT_TRUE(run.is_struck[side]);
  EXPECT_GT(run.took, std::chrono::seconds(12));
  return run;
}

// gonogo doesn't take its own absence for the server's silence.
TEST(SlowLongPause, DoesNoHarmToWhoReads) {
  for (const char* const kind : {"everything", "gate", "watch"}) {
    for (const SideName side : kBothSides) {
      SCOPED_TRACE(testing::Message() << kind << ", " << ToString(side));
      const std::int64_t half = BytesOf(KindNamed(kind), side) / 2;
      const StruckMigration migration(KindNamed(kind));
      const StruckRun run = PausedLong(migration, side, half);
      EXPECT_EQ(run.result.status, 0) << run.result.output;
    }
  }
}

// The server ends a transaction that holds locks and does nothing.
TEST(SlowLongPause, OfWhoWritesIsToldAndCanBeRepeated) {
  for (const char* const kind : {"schema", "backfill"}) {
    SCOPED_TRACE(kind);
    const std::int64_t half = BytesOf(KindNamed(kind), SideName::kTarget) / 2;
    const StruckMigration migration(KindNamed(kind));
    const StruckRun run = PausedLong(migration, SideName::kTarget, half);
    EXPECT_EQ(run.result.status, 3) << run.result.output;
    EXPECT_TRUE(OutputHas(run.result,
                          "target: FATAL:  terminating connection due to idle-in-"
                          "transaction timeout (SQLSTATE 25P03)"))
        << run.result.output;
    EXPECT_EQ(migration.Left(), "") << run.result.output;
    const ProcessResult again = migration.RunAgain();
    EXPECT_EQ(again.status, 0) << again.output;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
