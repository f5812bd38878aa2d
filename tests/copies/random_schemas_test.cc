// Random databases, copied in each of three ways within a major and to a newer one, are GO under
// the plan that `gonogo plan discover` writes. With one object changed they aren't.
//
// The name of a test contains its seed: --gtest_filter='*RandomSchemas*15to15_seed7_by_stages'
// repeats one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "core/text/text.h"
#include "fixtures/programs/postgres_programs.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/schemas/random_schema.h"
#include "tests/support/servers/both_databases.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

struct RandomCopy {
  std::string source;  // major version
  std::string target;
  std::string way;  // of tests/copies/copy-is-go
  unsigned seed = 0;
};

void PrintTo(const RandomCopy& copy, std::ostream* out) {
  *out << copy.source << " to " << copy.target << ", seed " << copy.seed << ", by " << copy.way;
}

// A pair of two majors, which runs until the program ends. Its source can be replicated.
class LastingPair {
 public:
  explicit LastingPair(const RandomCopy& copy)
      : guard_(folder_),
        pair_(StartPair(folder_, {ProgramsOf(copy.source), ProgramsOf(copy.target)})) {
    Execute(pair_.source, "postgres", "ALTER SYSTEM SET wal_level = logical");
    RunOrThrow({.words = {(pair_.source.programs / "pg_ctl").string(), "--pgdata",
                          (folder_ / "source").string(), "--silent", "--log",
                          (folder_ / "source.log").string(), "restart"},
                .user = UnprivilegedUser()});
    for (const Cluster* const cluster : {&pair_.source, &pair_.target}) {
      Execute(*cluster, "postgres", "CREATE ROLE reader; CREATE ROLE writer");
    }
  }

  const ThrowAwayPair& pair() const { return pair_; }

 private:
  std::filesystem::path folder_ = MakePairFolder();
  PairGuard guard_;
  ThrowAwayPair pair_;
};

const ThrowAwayPair& PairOf(const RandomCopy& copy) {
  static std::map<std::string, LastingPair> pairs;
  return pairs.try_emplace(copy.source + "to" + copy.target, copy).first->second.pair();
}

constexpr const char* kCopyIsGo = R"sh("$project/tests/copies/copy-is-go" "$way")sh";

// Checks the copy again, as that script does.
constexpr const char* kCheckAgain = R"sh(
  reader_of() { sed -E 's|//[^@]*@|//gonogo_reader:reads-everything@|' <<<"$1"; }
  "$gonogo" run all --quiet --no-color --plan "$scratch/plan.json" --source "$(reader_of "$source")" \
    --target "$(reader_of "$target")" --out "$scratch/damaged"
)sh";

class RandomSchemas : public testing::TestWithParam<RandomCopy> {
 protected:
  RandomSchemas() : databases_("random", PairOf(GetParam())) {}

  ProcessResult Run(const char* script) const {
    return RunCommand({.words = {"bash", "-c", script},
                       .environment = {{"gonogo", GONOGO_PROGRAM},
                                       {"project", GONOGO_SOURCE_DIR},
                                       {"scratch", scratch_.Path("")},
                                       {"way", GetParam().way},
                                       {"source", databases_.SourceUrl()},
                                       {"target", databases_.TargetUrl()}}});
  }

  // Makes one of the changes on the target, and returns what it was. Not every change is possible:
  // other objects may depend on the object.
  std::string Damage(const std::vector<RandomDamage>& damages) const {
    for (std::size_t i = 0; i < damages.size(); ++i) {
      const RandomDamage& damage = damages[(GetParam().seed + i) % damages.size()];
      try {
        databases_.OnTarget(damage.sql);
        return damage.what + ": " + damage.sql;
      } catch (const std::runtime_error&) {
        continue;
      }
    }
    return "";
  }

  Scratch scratch_;
  BothDatabases databases_;
};

TEST_P(RandomSchemas, ACopyIsGoAndADamagedOneIsNot) {
  const RandomSchema schema =
      MakeRandomSchema(GetParam().seed, static_cast<int>(*ParseInteger(GetParam().source)));
  scratch_.File("source.sql", schema.sql);
  const ProcessResult copied = Run(kCopyIsGo);
  ASSERT_EQ(copied.status, 0) << copied.output << "\n" << schema.sql;
  if (GetParam().way != "dump") return;  // the copies are equal, so one way is enough
  const std::string damage = Damage(schema.damages);
  ASSERT_NE(damage, "");
  const ProcessResult damaged = Run(kCheckAgain);
  EXPECT_EQ(damaged.status, 1) << damage << "\n" << damaged.output << "\n" << schema.sql;
}

using Majors = std::pair<std::string, std::string>;

// Returns each of the seeds in each of the ways, with each pair of majors in turn.
std::vector<RandomCopy> Copies(unsigned first, unsigned end, const std::vector<Majors>& majors) {
  std::vector<RandomCopy> copies;
  for (unsigned seed = first; seed < end; ++seed) {
    const auto& [source, target] = majors[seed % majors.size()];
    for (const char* const way : {"dump", "stages", "replication"}) {
      copies.push_back({source, target, way, seed});
    }
  }
  return copies;
}

std::string NameOf(const testing::TestParamInfo<RandomCopy>& one) {
  const RandomCopy& copy = one.param;
  return fmt::format("{}to{}_seed{}_by_{}", copy.source, copy.target, copy.seed, copy.way);
}

// pg_dump of 15 can read no newer source.
INSTANTIATE_TEST_SUITE_P(
    Slow, RandomSchemas,
    testing::ValuesIn(Copies(0, 200, {{"15", "15"}, {"13", "18"}, {"14", "17"}, {"15", "16"}})),
    NameOf);
INSTANTIATE_TEST_SUITE_P(Sample, RandomSchemas, testing::ValuesIn(Copies(200, 201, {{"15", "15"}})),
                         NameOf);

}  // namespace
}  // namespace gonogo::testing_support
