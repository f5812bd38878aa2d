// How much a server sends is asked once for each kind of run.
#include "tests/support/faults/struck_case.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "tests/support/faults/faulty_server.h"

namespace gonogo::testing_support {

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

std::string NameOf(const StruckCase& one) {
  return one.kind->name + "_" + one.misfortune->name + "_" + ToString(one.side);
}

void PrintTo(const StruckCase& one, std::ostream* out) { *out << NameOf(one); }

std::vector<StruckCase> StruckCases(const std::vector<Misfortune>& misfortunes,
                                    const std::function<bool(const std::string& name)>& fits) {
  std::vector<StruckCase> cases;
  for (const KindOfRun& kind : KindsOfRun()) {
    for (const Misfortune& misfortune : misfortunes) {
      for (const SideName side : kBothSides) {
        const StruckCase one{&kind, &misfortune, side};
        if (fits(NameOf(one))) cases.push_back(one);
      }
    }
  }
  return cases;
}

void ExpectEndsInTimeAndSaysWhy(const StruckCase& one) {
  constexpr std::chrono::seconds kDeadline{30};
  const auto& [kind, misfortune, side] = one;
  const Cluster& cluster = side == SideName::kSource ? TestPair().source : TestPair().target;
  const std::int64_t at_byte = misfortune->is_before ? 1 : BytesOf(*kind, side) / 2;
  StruckMigration migration(*kind);
  PerSide<Strike> strikes;
  Strike& strike = strikes[side] = misfortune->strike(migration, cluster);
  migration.NoteWhatThereIs();
  strike.at_byte = at_byte;
  const StruckRun run = migration.Run(strikes);
  if (misfortune->undo) misfortune->undo(cluster);
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

}  // namespace gonogo::testing_support
