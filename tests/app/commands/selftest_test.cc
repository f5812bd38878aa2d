// gonogo selftest on a plan whose checks see one kind of damage and miss another.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kPlan = R"({
  "gonogo": 1,
  "name": "library",
  "fixture": "sample",
  "connections": {
    "source": {"url": {"env": "SRC_DB_URL"}},
    "target": {"url": {"env": "TGT_DB_URL"}}
  },
  "relations": [{"source": "public.books"}],
  "checks": [{"id": "constraints", "gate": "constraints"}]
}
)";

TEST(Selftest, NamesWhatAPlanMissesAndTheCheckToAdd) {
  const Scratch scratch;
  std::filesystem::create_directory(scratch.Path("sample"));
  scratch.File("sample/schema.sql",
               "CREATE TABLE books (id integer PRIMARY KEY, pages integer CHECK (pages > 0));");
  scratch.File("sample/data.sql", "INSERT INTO books SELECT n, n FROM generate_series(1, 9) AS n;");
  scratch.File("sample/rehearsal.env", "");
  const std::string plan = scratch.File("plan.json", kPlan);
  const std::string out = scratch.Path("out");
  const ProcessResult run =
      RunGonogo({"selftest", "--plan", plan, "--only", "check constraint dropped", "--only",
                 "column that refuses NULL", "--seed", "7", "--out", out});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "  add   {\"id\":\"columns\",\"gate\":\"columns\"}\n"
                        "    to see\n"
                        "      column that refuses NULL: public.books.pages\n"))
      << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "selftest: 1 of 2 kinds of damage killed, 1 survived, 0 false alarms, "
                        "0 unviable; seed 7, "))
      << run.output;
  const Json report = ParseJson(ReadTextFile(out + "/selftest.json"));
  EXPECT_EQ(report.at("files").at("constraints").at("mutants").at(0).at("status"), "Killed");
  EXPECT_EQ(report.at("files").at("columns").at("mutants").at(0).at("status"), "NoCoverage");
}

TEST(Selftest, LeavesNothingOfItsPair) {
  namespace fs = std::filesystem;
  const Scratch scratch;
  const std::string folder = scratch.Path("tmp");  // as /tmp: the servers run as another user
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::all | fs::perms::sticky_bit);
  fs::permissions(scratch.Path(""), fs::perms::others_exec, fs::perm_options::add);
  const ProcessResult run =
      RunGonogo({"selftest", "--list", "--only", "table dropped"}, {{"TMPDIR", folder}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "table dropped: ")) << run.output;
  EXPECT_TRUE(fs::is_empty(folder)) << fs::directory_iterator(folder)->path();
}

TEST(Selftest, IteratesOnlyAfterASelftest) {
  const ProcessResult run = RunGonogo({"selftest", "--iterate", "--out", "/nowhere"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "run gonogo selftest --out /nowhere first")) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
