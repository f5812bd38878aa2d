// The digest of a plan covers every file that any gate or stage can name.
#include "app/plan/plan_digest.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <set>

#include "app/plan/plan_file.h"
#include "core/plan/named_paths.h"
#include "core/plan/reading/plan_keys.h"
#include "core/text/text.h"
#include "gates/gate_table.h"
#include "stages/stage_order.h"
#include "stages/stage_table.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

// A plan whose every part names files.
class PlanDigest : public testing::Test {
 protected:
  PlanDigest() {
    for (const char* folder : {"queries", "steps", "migrations", "tools"}) {
      fs::create_directories(scratch_.Path(folder));
      fs::create_directories(scratch_.Path(std::string("moved/") + folder));
    }
    WriteFiles("");
  }

  void WriteFiles(const std::string& below) const {
    for (const char* file :
         {"queries/one.sql", "queries/none.sql", "steps/tables.sql", "migrations/0001.sql",
          "tools/stop.sh", "tools/listed.txt", "tools/look.sh"}) {
      scratch_.File(below + file, "SELECT id FROM public.t -- " + std::string(file));
    }
    scratch_.File(below + "base.json", ToText(Base()));
    scratch_.File(below + "plan.json", R"({"extends": "base.json", "name": "moving"})");
  }

  static Json Base() {
    const auto url = [](const char* name) { return Json{{"url", {{"env", name}}}}; };
    const Json program = {
        {"name", "stop"}, {"folder", "tools"}, {"words", {"sh", "-c", "./stop.sh now > stop.log"}}};
    const Json listed = {{"name", "more"},
                         {"folder", "tools"},
                         {"words", {"./stop.sh"}},
                         {"files", {"tools/listed.txt"}}};
    return {{"gonogo", 1},
            {"name", "base"},
            {"connections", {{"source", url("SRC_DB_URL")}, {"target", url("TGT_DB_URL")}}},
            {"relations", {{{"source", "public.t"}}}},
            {"flag_file", "flags.env"},
            {"checks",
             {{{"id", "one"},
               {"gate", "scalar"},
               {"equals", "1"},
               {"file", {{"env", "QUERY"}, {"default", "queries/one.sql"}}}},
              {{"id", "none"}, {"gate", "no_rows"}, {"file", "queries/none.sql"}},
              {{"id", "safe"},
               {"gate", "migration_safety"},
               {"services", {{"shop", {{"folder", "migrations"}}}}}},
              {{"id", "own"}, {"gate", "command"}, {"folder", "tools"}, {"words", {"./look.sh"}}},
              {{"id", "tried"}, {"gate", "rehearsal_evidence"}, {"ledger", "old/ledger.jsonl"}}}},
            {"stages",
             {{"schema", {{"steps", {{{"name", "tables"}, {"file", "steps/tables.sql"}}}}}},
              {"preflight", {{"commands", {program, listed}}}}}}};
  }

  Plan Load(const Environment& environment = {}) const {
    return LoadPlan(scratch_.Path("plan.json"), environment);
  }

  Scratch scratch_;
};

std::vector<std::string> NamesOf(const Plan& plan) {
  std::vector<std::string> names;
  for (const PlanFile& file : plan.files) names.push_back(file.by + ": " + file.name);
  return names;
}

TEST_F(PlanDigest, CoversWhatChecksStagesAndCommandsName) {
  EXPECT_EQ(
      NamesOf(Load()),
      (std::vector<std::string>{
          "check one: queries/one.sql", "check none: queries/none.sql", "check safe: migrations",
          "check own: tools/look.sh", "stage preflight: tools/listed.txt",
          "stage preflight: tools/stop.sh", "stage schema: steps/tables.sql"}));
}

TEST_F(PlanDigest, ChangesWithEachFileAndSaysWhich) {
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"queries/one.sql", "queries/one.sql"},   {"queries/none.sql", "queries/none.sql"},
      {"migrations/0001.sql", "migrations"},    {"migrations/0002.sql", "migrations"},
      {"steps/tables.sql", "steps/tables.sql"}, {"tools/stop.sh", "tools/stop.sh"},
      {"tools/listed.txt", "tools/listed.txt"}, {"tools/look.sh", "tools/look.sh"}};
  for (const auto& [file, name] : changes) {
    const Plan before = Load();
    scratch_.File(file, "SELECT id FROM public.t -- changed");
    const Plan after = Load();
    EXPECT_NE(after.digest, before.digest) << file;
    EXPECT_EQ(after.text_digest, before.text_digest);
    EXPECT_EQ(after.ChangedFiles(before.FileDigests()), std::vector{name});
    EXPECT_EQ(FilesChangedSinceRead(before), std::vector{name});
  }
  const std::string before = Load().digest;
  scratch_.File("base.json", ToText(Base(), 2));
  EXPECT_NE(Load().digest, before);
}

TEST_F(PlanDigest, ChangesIfTheEnvironmentNamesAnotherFile) {
  const std::string before = Load().digest;
  scratch_.File("queries/other.sql", "SELECT id FROM public.u");
  EXPECT_NE(Load({{"QUERY", "queries/other.sql"}}).digest, before);
  scratch_.File("queries/same.sql", "SELECT id FROM public.t -- queries/one.sql");
  EXPECT_EQ(Load({{"QUERY", scratch_.Path("queries/same.sql")}}).digest, before);
}

TEST_F(PlanDigest, DoesNotChangeWithTheFolderOrWithWhatRunsWrite) {
  const std::string before = Load().digest;
  WriteFiles("moved/");
  EXPECT_EQ(LoadPlan(scratch_.Path("moved/plan.json"), {}).digest, before);
  scratch_.File("tools/stop.log", "stopped");
  scratch_.File("flags.env", "WRITE_TO=source");
  fs::create_directories(scratch_.Path("old"));
  scratch_.File("old/ledger.jsonl", "");
  EXPECT_EQ(Load().digest, before);
}

// A stage that has passed counts in every checkout, and from wherever gonogo is started.
TEST_F(PlanDigest, OfAStageDoesNotChangeWithTheFolder) {
  WriteFiles("moved/");
  const Plan here = Load();
  const Plan moved = LoadPlan(scratch_.Path("moved/plan.json"), {});
  const Plan relative = LoadPlan(fs::relative(scratch_.Path("plan.json")).string(), {});
  for (const auto& [stage, arguments] : here.stages) {
    EXPECT_EQ(StageDigest(moved, stage), StageDigest(here, stage)) << PhaseName(stage);
    EXPECT_EQ(StageDigest(relative, stage), StageDigest(here, stage)) << PhaseName(stage);
  }
  EXPECT_EQ(relative.FileDigests(), here.FileDigests());
}

TEST_F(PlanDigest, CoversFilesOfWordsThatBeginWithAnOption) {
  Json plan = Base();
  plan["stages"]["preflight"]["commands"] = {
      {{"name", "apply"}, {"folder", "tools"}, {"words", {"psql", "-fone.sql", "@two.json"}}}};
  scratch_.File("base.json", ToText(plan));
  for (const char* file : {"tools/one.sql", "tools/two.json"}) {
    const std::string before = Load().digest;
    scratch_.File(file, "changed");
    EXPECT_NE(Load().digest, before) << file;
  }
}

TEST_F(PlanDigest, IsThatOfTheTextIfThePlanNamesNoFile) {
  Json plan = Base();
  plan["checks"] = {{{"id", "rows"}, {"gate", "row_count"}}};
  plan.erase("stages");
  scratch_.File("base.json", ToText(plan));
  EXPECT_EQ(Load().digest, Load().text_digest);
}

// Collects the parameters of all kinds of objects, with where they are.
void Collect(const std::string& where, const std::vector<Parameter>& parameters,
             std::vector<std::pair<std::string, Parameter>>& all) {
  for (const Parameter& one : parameters) {
    all.emplace_back(where + "." + one.name, one);
    Collect(where + "." + one.name, one.fields, all);
  }
}

std::vector<std::pair<std::string, Parameter>> EveryParameter() {
  std::vector<std::pair<std::string, Parameter>> all;
  for (const Gate& gate : AllGates()) Collect(gate.name, gate.parameters, all);
  for (const Stage& stage : AllStages()) Collect(PhaseName(stage.phase), stage.parameters, all);
  Collect("plan", PlanKeys(), all);
  Collect("check", CheckKeys(), all);
  Collect("stage", StageKeys(), all);
  return all;
}

bool IsPath(const Parameter& parameter) {
  return parameter.kind == Kind::kPath || parameter.kind == Kind::kPathList;
}

// These aren't part of the digest. A new one needs a reason: what it names is output, or is changed
// by the application or by another migration.
TEST(EveryParameter, ThatIsAPathIsInputExceptThese) {
  std::set<std::string> written;
  for (const auto& [where, parameter] : EveryParameter()) {
    if (IsPath(parameter) && parameter.is_written) written.insert(where);
  }
  EXPECT_EQ(written,
            (std::set<std::string>{
                "command.folder", "one_side_only.folder", "plan.flag_file", "stage.commands.folder",
                "rehearsal_evidence.ledger", "backup_restored.evidence", "same_secret.source_env",
                "same_secret.target_env", "snapshot_kept.ledger", "stage.undo.folder"}));
}

// A text that names a file would not be found. These aren't files of the plan: paths in URLs, and
// names in a folder that is a path.
TEST(EveryParameter, ThatIsCalledAFileIsAPath) {
  std::set<std::string> others;
  for (const auto& [where, parameter] : EveryParameter()) {
    for (const char* word : {"file", "folder", "path", "dir", "ledger", "query"}) {
      const bool is_text = parameter.kind == Kind::kText || parameter.kind == Kind::kTextList;
      if (is_text && parameter.choices.empty() && parameter.name.find(word) != std::string::npos)
        others.insert(where);
    }
  }
  EXPECT_EQ(others, (std::set<std::string>{"http.path", "http_health.services.path",
                                           "migration_safety.waivers.file", "slo.probes.path"}));
}

// A value for the parameter, with the path wherever there may be one.
Json ValueWith(const Parameter& parameter, const std::string& path) {
  switch (parameter.kind) {
    case Kind::kPath:
      return path;
    case Kind::kPathList:
      return Json::array({path});
    case Kind::kObject:
    case Kind::kObjectList:
    case Kind::kObjectMap: {
      Json members = Json::object();
      for (const Parameter& field : parameter.fields) members[field.name] = ValueWith(field, path);
      if (parameter.kind == Kind::kObject) return members;
      return parameter.kind == Kind::kObjectMap ? Json{{"a", members}} : Json::array({members});
    }
    default:
      return nullptr;
  }
}

std::size_t InputsIn(const std::vector<Parameter>& parameters) {
  std::size_t inputs = 0;
  for (const Parameter& one : parameters) {
    inputs += (IsPath(one) && !one.is_written ? 1 : 0) + InputsIn(one.fields);
  }
  return inputs;
}

TEST(EveryParameter, ThatIsAPathOfAGateIsFound) {
  std::size_t found = 0;
  for (const Gate& gate : AllGates()) {
    Check check;
    check.id = "c";
    check.gate = &gate;
    Json values = Json::object();
    for (const Parameter& one : gate.parameters) values[one.name] = ValueWith(one, "f");
    check.arguments = Arguments(values);
    EXPECT_EQ(PathsNamedBy(check, {}).size(), InputsIn(gate.parameters)) << gate.name;
    found += PathsNamedBy(check, {}).size();
  }
  EXPECT_GE(found, 5U);
}

// A gate that reads files has a path among its parameters, or reads one of these.
TEST(EveryGate, ThatReadsFilesNamesThem) {
  std::set<std::string> without;
  for (const auto& entry : fs::recursive_directory_iterator(InProject("gates"))) {
    // What runs the cases of gates of one's own reads those, and no file of a plan.
    const bool is_of_cases = entry.path().parent_path().filename() == "cases";
    if (entry.path().extension() != ".cc" || is_of_cases) continue;
    const std::string text = ReadFile(entry.path().string());
    const bool reads = text.find("ReadTextFile(") != std::string::npos ||
                       text.find("directory_iterator") != std::string::npos ||
                       text.find("ifstream") != std::string::npos ||
                       text.find("ReadFlags(") != std::string::npos;
    if (!reads || text.find("PathParameter(") != std::string::npos) continue;
    without.insert(entry.path().filename().string());
  }
  // They read what is in the "folder" of migration_safety, migration_history and pending_files;
  // flags reads the plan's flag_file, frequent_queries the file of query_plans, rehearsed_rollbacks
  // the ledger of rehearsal_evidence, record_files what that and backup_restored name, and
  // schema_frozen, target_untouched and write_rate what stages wrote.
  EXPECT_EQ(without, (std::set<std::string>{
                         "alembic.cc", "changelog_files.cc", "django.cc", "drizzle.cc", "files.cc",
                         "flags.cc", "flyway.cc", "frequent_queries.cc", "prisma.cc",
                         "record_files.cc", "rehearsed_rollbacks.cc", "schema_frozen.cc",
                         "target_untouched.cc", "tool_files.cc", "write_rate.cc"}))
      << "give the gate a PathParameter, so that the plan's digest covers the file";
}

TEST(WordsRead, AreThoseOfACommandLineWithoutItsOutput) {
  EXPECT_EQ(WordsRead("./stop.sh"), std::vector<std::string>{"./stop.sh"});
  EXPECT_EQ(WordsRead("cd a && psql -f 'x y.sql' --file=z.sql >out.log 2>> err.log | tee t"),
            (std::vector<std::string>{"cd", "a", "psql", "-f", "x", "y.sql", "--file", "z.sql", "2",
                                      "tee", "t"}));
  EXPECT_TRUE(WordsRead("").empty());
}

}  // namespace
}  // namespace gonogo::testing_support
