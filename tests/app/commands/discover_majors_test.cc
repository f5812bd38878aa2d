// A database with objects of every kind, copied to a newer major version, is GO without findings
// under the plan that `gonogo plan discover` writes.
#include <gtest/gtest.h>

#include "core/text/text.h"
#include "fixtures/programs/postgres_programs.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

struct Majors {
  std::string source;
  std::string target;
  bool by_dump = true;  // Debian's pg_dump reads 15 and older; a newer source is made twice
};

constexpr const char* kFill = R"sh(
  set -e
  run() { psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$@"; }
  fill() {
    run "$1" --file="$project/tests/data/majors/objects.sql"
    run "$1" --file="$project/tests/data/majors/objects_of_no_table.sql"
    [ "$major" -lt 14 ] || run "$1" --file="$project/tests/data/majors/objects_from_14.sql"
  }
  for url in "$source" "$target"; do
    run "$url" --command='CREATE ROLE reader' --command='CREATE ROLE writer LOGIN CONNECTION LIMIT 5' \
      --command='GRANT reader TO writer'
  done
  fill "$source"
)sh";

constexpr const char* kCopy = R"sh(
  if [ "$by_dump" = yes ]; then
    pg_dump --dbname="$source" | sed '/^SET transaction_timeout/d' |  # which only 17 and later know
      psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --output=/dev/null --dbname="$target"
  else
    fill "$target"
  fi
  "$gonogo" plan discover --source "$source" >"$scratch/plan.json"
  "$gonogo" run gate --plan "$scratch/plan.json" --source "$source" --target "$target" \
    --out "$scratch/out"
  ! grep '"findings":\[{' "$scratch/out/evidence.jsonl"
)sh";

// The same by the stages of the plan, into an empty target.
constexpr const char* kStages = R"sh(
  "$gonogo" init "$scratch/m" --source "$source" --target "$target" --name m --yes
  "$gonogo" stage all --plan "$scratch/m/plan.json" --source "$source" --target "$target" \
    --confirm 'COPY M' --until gate --out "$scratch/out"
)sh";

class DiscoverMajors : public testing::TestWithParam<Majors> {};

ProcessResult Migrate(const Majors& majors, const std::string& script) {
  const auto& [source, target, by_dump] = majors;
  const std::filesystem::path folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, {ProgramsOf(source), ProgramsOf(target)});
  const Scratch scratch;
  return RunCommand({.words = {"bash", "-c", std::string(kFill) + script},
                     .environment = {{"gonogo", GONOGO_PROGRAM},
                                     {"project", GONOGO_SOURCE_DIR},
                                     {"scratch", scratch.Path("")},
                                     {"major", source},
                                     {"by_dump", by_dump ? "yes" : "no"},
                                     {"source", pair.source.Url()},
                                     {"target", pair.target.Url()}}});
}

TEST_P(DiscoverMajors, AFaithfulCopyHasNoFinding) {
  const ProcessResult run = Migrate(GetParam(), kCopy);
  EXPECT_EQ(run.status, 0) << run.output;
}

class StagedMajors : public testing::TestWithParam<Majors> {};

TEST_P(StagedMajors, AMigrationByTheStagesOfANewPlanIsGo) {
  const ProcessResult run = Migrate(GetParam(), kStages);
  EXPECT_EQ(run.status, 0) << run.output;
}

constexpr auto kName = [](const testing::TestParamInfo<Majors>& one) {
  return one.param.source + "to" + one.param.target;
};

INSTANTIATE_TEST_SUITE_P(Slow, DiscoverMajors,
                         testing::Values(Majors{"13", "15"}, Majors{"13", "18"}, Majors{"15", "18"},
                                         Majors{"17", "18", false}),
                         kName);
INSTANTIATE_TEST_SUITE_P(Slow, StagedMajors,
                         testing::Values(Majors{"13", "15"}, Majors{"13", "18"},
                                         Majors{"15", "18"}),
                         kName);

}  // namespace
}  // namespace gonogo::testing_support
