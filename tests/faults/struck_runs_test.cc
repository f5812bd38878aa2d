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

Strike OfGonogo(const StruckMigration& migration, const std::vector<int>& signals) {
  return {.act = [&migration, signals] {
    for (const int signal : signals) {
      migration.Signal(signal);
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
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
      "everything_cut_target", "backfill_gonogo_killed_source", "cutover_restarted_target"};
  return sample.contains(name);
}

std::string NameOfTest(const testing::TestParamInfo<StruckCase>& one) { return NameOf(one.param); }

INSTANTIATE_TEST_SUITE_P(, StruckRuns, testing::ValuesIn(StruckCases(Misfortunes(), IsInSample)),
                         NameOfTest);

bool Any(const std::string&) { return true; }

INSTANTIATE_TEST_SUITE_P(Slow, StruckRuns, testing::ValuesIn(StruckCases(Misfortunes(), Any)),
                         NameOfTest);

}  // namespace
}  // namespace gonogo::testing_support
