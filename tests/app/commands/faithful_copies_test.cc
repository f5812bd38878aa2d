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
  pg_dump --format=custom --dbname="$source" | pg_restore --exit-on-error --dbname="$target"
  for url in "$source" "$target"; do psql --no-psqlrc --quiet --dbname="$url" --command=ANALYZE; done
  "$gonogo" plan discover --source "$source" --target "$target" >"$scratch/plan.json"
  "$gonogo" run all --plan "$scratch/plan.json" --source "$source" --target "$target" \
    --out "$scratch/out"
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
  const Json verdict = VerdictIn(scratch.Path("out"));
  // The role of the tests is a superuser, which least_privilege finds.
  for (const Json& reason : verdict.at("reasons")) {
    EXPECT_TRUE(reason.get<std::string>().find("least_privilege") != std::string::npos) << reason;
  }
  EXPECT_EQ(verdict.at("cases").at("errors"), 0) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
