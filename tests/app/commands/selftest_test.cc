// gonogo selftest on a plan whose checks see one kind of damage and miss another.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

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

// A plan without a sample database is tried on the source's schema and a few of its rows.
TEST(Selftest, ScoresAPlanOnAnExcerptOfItsSource) {
  const BothDatabases databases("started");
  databases.OnSource(
      "CREATE TABLE authors (id integer PRIMARY KEY);"
      "CREATE TABLE books (id serial PRIMARY KEY, author integer REFERENCES authors,"
      " pages integer CHECK (pages > 0));"
      "INSERT INTO authors SELECT n FROM generate_series(1, 150) AS n;"
      "INSERT INTO books (author, pages) SELECT n, n FROM generate_series(101, 150) AS n;"
      "INSERT INTO books (author, pages) SELECT n, n FROM generate_series(1, 50) AS n");
  const Scratch scratch;
  std::string text = kPlan;
  const std::string fixture = "  \"fixture\": \"sample\",\n";
  text.erase(text.find(fixture), fixture.size());
  const std::string plan = scratch.File("plan.json", text);
  const ProcessResult run =
      RunGonogo({"selftest", "--plan", plan, "--only", "check constraint dropped", "--only",
                 "column that refuses NULL", "--out", scratch.Path("out")},
                {{"SRC_DB_URL", databases.SourceUrl()}});
  EXPECT_EQ(run.status, 1) << run.output;
  // Of authors the first 100, of books those whose author is among them.
  EXPECT_TRUE(OutputHas(run,
                        ", 150 rows of 2 tables (at most 100 of each), and its roles without "
                        "passwords\n"
                        "of 2 kinds of damage that this database could have, the plan sees 1; "
                        "1 unseen:\n"
                        "  add   {\"id\":\"columns\",\"gate\":\"columns\"}\n"))
      << run.output;
}

// What no gate compares isn't damaged, and a table with rows is found behind an empty one.
TEST(Selftest, DrawsNoDamageThatNobodyNeedsToSee) {
  const BothDatabases databases("drawn");
  databases.OnSource(
      "DROP ROLE IF EXISTS drawn_reader; DROP ROLE IF EXISTS drawn_user;"
      "CREATE ROLE drawn_reader; CREATE ROLE drawn_user; GRANT pg_monitor TO drawn_reader;"
      "CREATE TABLE empty (id integer PRIMARY KEY);"
      "CREATE TABLE full_one (id integer PRIMARY KEY, pages integer);"
      "INSERT INTO full_one SELECT n, n FROM generate_series(1, 9) AS n;"
      "GRANT SELECT ON empty, full_one TO drawn_reader; GRANT SELECT ON full_one TO drawn_user;"
      "CREATE EXTENSION dict_int");
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", R"({
  "gonogo": 1,
  "name": "drawn",
  "connections": {
    "source": {"url": {"env": "SRC_DB_URL"}},
    "target": {"url": {"env": "TGT_DB_URL"}}
  },
  "reading_roles": ["drawn_reader"],
  "relations": [{"source": "public.empty"}, {"source": "public.full_one"}],
  "checks": [
    {"id": "grants", "gate": "grants"},
    {"id": "roles", "gate": "roles"},
    {"id": "comments", "gate": "comments"},
    {"id": "row_count", "gate": "row_count"}
  ]
}
)");
  const ProcessResult run = RunGonogo(
      {"selftest", "--plan", plan, "--only", "privilege on a table lost", "--only",
       "membership lost", "--only", "text search dictionary with*comment*", "--only",
       "last row lost", "--only", "schema that everybody may use", "--out", scratch.Path("out")},
      {{"SRC_DB_URL", databases.SourceUrl()}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "selftest: 2 of 2 kinds of damage killed")) << run.output;
  const Json report = ParseJson(ReadTextFile(scratch.Path("out/selftest.json")));
  for (const std::string gate : {"grants", "row_count"}) {
    const std::string object = report.at("files").at(gate).at("mutants").at(0).at("description");
    EXPECT_EQ(object, gate == "grants" ? "table public.full_one" : "public.full_one");
  }
  databases.OnSource("DROP OWNED BY drawn_reader, drawn_user; DROP ROLE drawn_reader, drawn_user");
}

TEST(Selftest, NamesTheVariableOfTheSourceThatItNeeds) {
  const Scratch scratch;
  std::string text = kPlan;
  const std::string fixture = "  \"fixture\": \"sample\",\n";
  text.erase(text.find(fixture), fixture.size());
  const std::string plan = scratch.File("plan.json", text);
  const ProcessResult run = RunGonogo({"selftest", "--plan", plan}, {{"SRC_DB_URL", ""}});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "plan.json: the plan has no sample database, so it is scored on an excerpt "
                        "of its source: set SRC_DB_URL, or name an env file that does with "
                        "--env-file"))
      << run.output;
}

// Only two kinds of the sample, and always the same ones for a seed.
TEST(Selftest, DrawsASampleByItsSeed) {
  const Words words = {"selftest", "--list", "--gate", "storage", "--sample", "2", "--seed", "7"};
  const ProcessResult run = RunGonogo(words);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(std::count(run.output.begin(), run.output.end(), '\n'), 2) << run.output;
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

TEST(Selftest, ScoresNoPlanThatChangesOneDatabase) {
  const ProcessResult run = RunGonogo({"selftest", "--plan", InProject("plans/dixis/plan.json")});
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "a selftest can't score a plan that changes one database"))
      << run.output;
}

TEST(Selftest, IteratesOnlyAfterASelftest) {
  const ProcessResult run = RunGonogo({"selftest", "--iterate", "--out", "/nowhere"});
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(OutputHas(run, "run gonogo selftest --out /nowhere first")) << run.output;
}

}  // namespace
}  // namespace gonogo::testing_support
