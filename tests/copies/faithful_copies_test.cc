// Constructs that look different after a dump and restore, or look damaged and aren't: a copy of
// all files of tests/data/copies is GO in all phases of a discovered plan.
#include <gtest/gtest.h>

#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kCopyAll = R"sh(
  set -e
  for file in "$project"/tests/data/copies/*.sql; do
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$source" --file="$file"
  done
  pg_dump --dbname="$source" | sed '/^SET transaction_timeout/d' |  # which only 17 and later know
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --output=/dev/null --dbname="$target"
  for url in "$source" "$target"; do
    psql --no-psqlrc --quiet --dbname="$url" --command=ANALYZE --file="$project/sql/grants/gonogo.sql" \
      --command="ALTER ROLE gonogo_reader BYPASSRLS PASSWORD 'reads'"
  done
  export SRC_DB_URL="postgresql://gonogo_reader:reads@${source#*@}"
  export TGT_DB_URL="postgresql://gonogo_reader:reads@${target#*@}"
  "$gonogo" plan discover --target "$TGT_DB_URL" >"$scratch/plan.json"
  "$gonogo" run all --plan "$scratch/plan.json" --out "$scratch/out" --quiet
)sh";

TEST(FaithfulCopies, AreGo) {
  const BothDatabases databases("copies");
  const Scratch scratch;
  const ProcessResult run = RunCommand({.words = {"bash", "-c", kCopyAll},
                                        .environment = {{"gonogo", GONOGO_PROGRAM},
                                                        {"project", GONOGO_SOURCE_DIR},
                                                        {"scratch", scratch.Path("")},
                                                        {"source", databases.SourceUrl()},
                                                        {"target", databases.TargetUrl()}}});
  EXPECT_EQ(run.status, 0) << run.output;
  databases.OnBoth("DROP OWNED BY gonogo_reader; DROP ROLE gonogo_reader");
}

}  // namespace
}  // namespace gonogo::testing_support
