// Whatever happens to a server, to the way there or to gonogo itself in the middle of a stage or a
// comparison: it ends in time, says why, leaves nothing behind, and can be repeated.
#include <gtest/gtest.h>

#include <csignal>
#include <memory>
#include <regex>
#include <thread>

#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {
namespace {

// What happens, and what a run then says of it.
struct Misfortune {
  std::string name;
  std::function<Strike(const StruckMigration&, const Cluster&)> strike;
  std::string reason;  // a regular expression; empty: it does no harm
  int status = 3;
};

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

struct Case {
  const KindOfRun* kind;
  const Misfortune* misfortune;
  SideName side;
};

std::string NameOf(const Case& one) {
  return one.kind->name + "_" + one.misfortune->name + "_" + ToString(one.side);
}

void PrintTo(const Case& one, std::ostream* out) { *out << NameOf(one); }

// Returns how much that server sends during a run that nothing disturbs.
std::int64_t BytesOf(const KindOfRun& kind, SideName side) {
  static std::map<std::string, PerSide<std::int64_t>> known;
  if (!known.contains(kind.name)) {
    const StruckMigration migration(kind);
    const StruckRun run = migration.Run({{}, {}});
    EXPECT_EQ(run.result.status, 0) << run.result.output;
    known.emplace(kind.name, run.bytes);
  }
  return known.at(kind.name)[side];
}

class StruckRuns : public testing::TestWithParam<Case> {};

TEST_P(StruckRuns, EndInTimeAndSayWhy) {
  constexpr std::chrono::seconds kDeadline{30};
  const auto& [kind, misfortune, side] = GetParam();
  const Cluster& cluster = side == SideName::kSource ? TestPair().source : TestPair().target;
  const std::int64_t bytes = BytesOf(*kind, side);
  const StruckMigration migration(*kind);
  PerSide<Strike> strikes;
  strikes[side] = misfortune->strike(migration, cluster);
  strikes[side].at_byte = bytes / 2;
  const StruckRun run = migration.Run(strikes);
  EnsureRuns(cluster);
  EXPECT_TRUE(run.is_struck[side]);
  EXPECT_EQ(run.result.status, misfortune->status) << run.result.output;
  EXPECT_LT(run.took, kDeadline);
  EXPECT_TRUE(std::regex_search(run.result.output, std::regex(misfortune->reason)))
      << run.result.output;
  if (misfortune->status == 0) return;
  EXPECT_EQ(migration.Left(), "") << run.result.output;
  const ProcessResult again = migration.RunAgain();
  EXPECT_EQ(again.status, 0) << again.output;
}

std::vector<Case> Cases(const std::function<bool(const std::string&)>& fits) {
  std::vector<Case> cases;
  for (const KindOfRun& kind : KindsOfRun()) {
    for (const Misfortune& misfortune : Misfortunes()) {
      for (const SideName side : kBothSides) {
        const Case one{&kind, &misfortune, side};
        if (fits(NameOf(one))) cases.push_back(one);
      }
    }
  }
  return cases;
}

bool IsInSample(const std::string& name) {
  static const std::set<std::string> sample = {
      "everything_cut_target", "backfill_gonogo_killed_source", "cutover_restarted_target"};
  return sample.contains(name);
}

std::string NameOfTest(const testing::TestParamInfo<Case>& one) { return NameOf(one.param); }

INSTANTIATE_TEST_SUITE_P(, StruckRuns, testing::ValuesIn(Cases(IsInSample)), NameOfTest);

bool Any(const std::string&) { return true; }

INSTANTIATE_TEST_SUITE_P(Slow, StruckRuns, testing::ValuesIn(Cases(Any)), NameOfTest);

}  // namespace
}  // namespace gonogo::testing_support
