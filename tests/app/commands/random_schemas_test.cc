// Random databases, copied by pg_dump and pg_restore within a major and to a newer one, are GO
// under the plan that `gonogo plan discover` writes. With one object changed they aren't.
//
// The name of a test contains its seed: --gtest_filter='*RandomSchemas*15to15_seed7' repeats one.
#include <gtest/gtest.h>

#include <map>

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
  unsigned seed = 0;
};

void PrintTo(const RandomCopy& copy, std::ostream* out) {
  *out << copy.source << " to " << copy.target << ", seed " << copy.seed;
}

// A pair of two majors, which runs until the program ends.
class LastingPair {
 public:
  explicit LastingPair(const RandomCopy& copy)
      : guard_(folder_),
        pair_(StartPair(folder_, {ProgramsOf(copy.source), ProgramsOf(copy.target)})) {
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

// Copies the source to the target, and checks the copy through the role of sql/grants.
constexpr const char* kCopyAndCheck = R"sh(
  set -e
  export PGOPTIONS='-c client_min_messages=error'
  sql() { psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$@" 2>&1 >/dev/null; }
  sql "$source" --file="$scratch/source.sql"
  # Quotes words that only the newer major reserves.
  pg_dump --quote-all-identifiers --dbname="$source" | sed '/^SET transaction_timeout/d' |  # which only 17 and later know
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --output=/dev/null --dbname="$target"
  for url in "$source" "$target"; do
    sql "$url" --command=ANALYZE --file="$project/sql/grants/gonogo.sql"
    sql "$url" --command="ALTER ROLE gonogo_reader LOGIN BYPASSRLS PASSWORD 'reads'"
  done
  reader() { sed -E 's|//[^@]*@|//gonogo_reader:reads@|' <<<"$1"; }
  source=$(reader "$source")
  target=$(reader "$target")
  "$gonogo" plan discover --source "$source" --target "$target" >"$scratch/plan.json"
  "$gonogo" run all --quiet --no-color --plan "$scratch/plan.json" --source "$source" \
    --target "$target" --out "$scratch/out"
)sh";

constexpr const char* kCheckAgain = R"sh(
  reader() { sed -E 's|//[^@]*@|//gonogo_reader:reads@|' <<<"$1"; }
  "$gonogo" run all --quiet --no-color --plan "$scratch/plan.json" --source "$(reader "$source")" \
    --target "$(reader "$target")" --out "$scratch/damaged"
)sh";

class RandomSchemas : public testing::TestWithParam<RandomCopy> {
 protected:
  RandomSchemas() : databases_("random", PairOf(GetParam())) {}

  ProcessResult Shell(const char* script) const {
    return RunCommand({.words = {"bash", "-c", script},
                       .environment = {{"gonogo", GONOGO_PROGRAM},
                                       {"project", GONOGO_SOURCE_DIR},
                                       {"scratch", scratch_.Path("")},
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
  const RandomSchema schema = MakeRandomSchema(GetParam().seed);
  scratch_.File("source.sql", schema.sql);
  const ProcessResult copied = Shell(kCopyAndCheck);
  ASSERT_EQ(copied.status, 0) << copied.output << "\n" << schema.sql;
  const std::string damage = Damage(schema.damages);
  ASSERT_NE(damage, "");
  const ProcessResult damaged = Shell(kCheckAgain);
  EXPECT_EQ(damaged.status, 1) << damage << "\n" << damaged.output << "\n" << schema.sql;
}

std::vector<RandomCopy> Copies() {
  std::vector<RandomCopy> copies;
  for (unsigned seed = 0; seed < 100; ++seed) {
    copies.push_back({"15", "15", seed});
    copies.push_back({"13", "18", seed + 100});
  }
  return copies;
}

INSTANTIATE_TEST_SUITE_P(Slow, RandomSchemas, testing::ValuesIn(Copies()), [](const auto& one) {
  const RandomCopy& copy = one.param;
  return copy.source + "to" + copy.target + "_seed" + std::to_string(copy.seed);
});

}  // namespace
}  // namespace gonogo::testing_support
