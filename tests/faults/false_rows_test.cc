// A server that lies, or a path that changes what it says, is never GO, on one side or on both.
#include "tests/support/faults/false_rows.h"

#include <gtest/gtest.h>

#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {
namespace {

constexpr std::array kLies = {Lie::kNulls,     Lie::kEmptyTexts,  Lie::kWords,
                              Lie::kNoRows,    Lie::kNoValues,    Lie::kMoreValues,
                              Lie::kEachTwice, Lie::kWrongLength, Lie::kHugeLength,
                              Lie::kGarbage,   Lie::kErrors};

// Expects that the run is not GO, ends soon, and speaks to people instead of programmers.
void ExpectNoGo(const StruckMigration& migration, const PerSide<Strike>& strikes) {
  const StruckRun run = migration.Run(strikes);
  EXPECT_TRUE(run.result.status == 1 || run.result.status == 3) << run.result.status << "\n"
                                                                << run.result.output;
  EXPECT_LT(run.took, std::chrono::seconds(15));
  for (const char* const words : {"::", "_M_", "bad_alloc"}) {
    EXPECT_FALSE(OutputHas(run.result, words)) << run.result.output;
  }
  EXPECT_EQ(migration.Left(), "") << run.result.output;
}

TEST(FalseRows, AreNeverGo) {
  const StruckMigration migration(KindNamed("gate"));
  for (const Lie lie : {Lie::kNulls, Lie::kWords, Lie::kNoRows, Lie::kHugeLength}) {
    SCOPED_TRACE(static_cast<int>(lie));
    const Strike strike{.tamper = Lying(lie, 20)};
    ExpectNoGo(migration, {strike, strike});
  }
}

TEST(SlowFalseRows, AreNeverGoWhateverIsChecked) {
  for (const char* const kind : {"everything", "watch"}) {
    const StruckMigration migration(KindNamed(kind));
    for (const Lie lie : kLies) {
      for (const int honest : {0, 6, 12, 20, 40}) {
        SCOPED_TRACE(testing::Message() << kind << ", lie " << static_cast<int>(lie) << " after "
                                        << honest << " rows");
        std::filesystem::remove_all(migration.migration().folder() + "/runs/struck");
        const Strike strike{.tamper = Lying(lie, honest)};
        ExpectNoGo(migration, {strike, strike});
        std::filesystem::remove_all(migration.migration().folder() + "/runs/struck");
        ExpectNoGo(migration, {{}, strike});
      }
    }
  }
}

}  // namespace
}  // namespace gonogo::testing_support
