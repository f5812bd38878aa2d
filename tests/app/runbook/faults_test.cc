// Faults planted in the migrations of mandate-008 and dixis: each must turn red the checks that its
// header names, and no other.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/text/json.h"
#include "core/text/text.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/pair_environment.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

struct Fault {
  fs::path file;
  std::string text;
  std::string when;
  Names red;
};

// What stands behind `word` in a header: "-- red: a, b" or "# red: a b".
std::string HeaderOf(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return "";
  const std::size_t from = at + word.size();
  return std::string(Trim(text.substr(from, text.find('\n', from) - from)));
}

std::vector<Fault> FaultsOf(const std::string& plan) {
  std::vector<Fault> faults;
  for (const auto& entry : fs::directory_iterator(InProject("tests/data/faults/" + plan))) {
    if (entry.path().extension() == ".md") continue;
    Fault fault{.file = entry.path(), .text = ReadFile(entry.path()), .when = {}, .red = {}};
    fault.when = HeaderOf(fault.text, " when: ");
    std::string red = HeaderOf(fault.text, " red: ");
    std::replace(red.begin(), red.end(), ',', ' ');
    for (const std::string& name : Split(red, ' ')) {
      if (!name.empty()) fault.red.insert(name);
    }
    faults.push_back(std::move(fault));
  }
  std::sort(faults.begin(), faults.end(),
            [](const Fault& a, const Fault& b) { return a.file < b.file; });
  return faults;
}

// The checks with a case that is not PASS.
Names RedChecks(const std::string& evidence) {
  Names red;
  for (const std::string& line : Split(ReadFile(evidence + "/evidence.jsonl"), '\n')) {
    if (line.empty()) continue;
    const Json json = ParseJson(line);
    if (json.at("type") == "case" && json.at("status") != "PASS") red.insert(json.at("check"));
  }
  return red;
}

// A database of the test pair's target, made from another; gone with this object.
class Copy {
 public:
  Copy(std::string name, const std::string& original) : name_(std::move(name)) {
    Drop();
    Execute(TestPair().target, "postgres",
            "CREATE DATABASE " + name_ + (original.empty() ? "" : " TEMPLATE " + original));
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() { Drop(); }

  void Run(const std::string& sql) const { Execute(TestPair().target, name_, sql); }
  std::string Url() const { return UrlOf(TestPair().target, name_); }

 private:
  void Drop() const {
    Execute(TestPair().target, "postgres", "DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  }

  std::string name_;
};

void Fill(const Copy& database, const std::string& fixture) {
  database.Run(ReadFile(InProject(fixture + "/schema.sql")));
  database.Run(ReadFile(InProject(fixture + "/data.sql")));
  database.Run("ANALYZE");
}

Names RedOfMandate(const std::string& tail) {
  const Scratch scratch;
  const Copy copy("mandate_fault", "mandate_before");
  const std::string plan = InProject("plans/mandate-008/plan.json");
  const Variables variables = {{"MANDATE_DB_URL", copy.Url()},
                               {"GONOGO_BASELINE", scratch.Path("baseline.json")}};
  const Finished taken = RunGonogo(
      {"baseline", "take", "--plan", plan, "--out", scratch.Path("baseline.json")}, variables);
  EXPECT_EQ(taken.status, 0) << taken.output;
  std::string migration =
      ReadFile(InProject("plans/mandate-008/migrations/008_domain_identity.sql"));
  migration.insert(migration.rfind("COMMIT;"), tail + "\n");
  copy.Run(migration);
  const Finished run =
      RunGonogo({"run", "verify", "--plan", plan, "--out", scratch.Path("run")}, variables);
  Names red = RedChecks(scratch.Path("run"));
  EXPECT_EQ(run.status, red.empty() ? 0 : 1) << run.output;
  return red;
}

TEST(Mandate008, EachFaultIsRedWhereItShouldBeAndNowhereElse) {
  const Copy before("mandate_before", "");
  Fill(before, "fixtures/samples/mandate-008");
  EXPECT_EQ(RedOfMandate(""), Names());
  const std::vector<Fault> faults = FaultsOf("mandate-008");
  EXPECT_EQ(faults.size(), 9U);
  for (const Fault& fault : faults) {
    SCOPED_TRACE(fault.file.filename());
    EXPECT_FALSE(fault.red.empty());
    EXPECT_EQ(RedOfMandate(fault.text), fault.red);
  }
}

TEST(Mandate008, ARehearsalOfAFaultyMigrationIsNoGo) {
  const Scratch scratch;
  std::string migration =
      ReadFile(InProject("plans/mandate-008/migrations/008_domain_identity.sql"));
  migration.insert(migration.rfind("COMMIT;"),
                   ReadFile(InProject("tests/data/faults/mandate-008/event_lost.sql")) + "\n");
  const Finished run = RunGonogo({"rehearse", "--plan", InProject("plans/mandate-008/plan.json"),
                                  "--out", scratch.Path("out"), "--quiet"},
                                 {{"MIGRATION_FILE", scratch.File("faulty.sql", migration)}});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_NE(run.output.find("FAIL   row_count.public.verdict_events"), std::string::npos)
      << run.output;
  EXPECT_NE(run.output.find("stage verify  NO-GO"), std::string::npos) << run.output;
}

// A copy of the plan, with the folders around it where it looks for them.
class DixisFolder {
 public:
  DixisFolder() {
    fs::create_directories(scratch_.Path("plans"));
    fs::copy(InProject("plans/dixis"), folder(), fs::copy_options::recursive);
    fs::create_directory_symlink(InProject("ci"), scratch_.Path("ci"));
    fs::create_directory_symlink(InProject("fixtures"), scratch_.Path("fixtures"));
  }

  std::string folder() const { return scratch_.Path("plans/dixis"); }
  std::string plan() const { return folder() + "/plan.json"; }
  const Scratch& scratch() const { return scratch_; }

 private:
  Scratch scratch_;
};

class DixisFault {
 public:
  explicit DixisFault(const Fault& fault)
      : fault_(fault),
        copy_("dixis_fault", "dixis_before"),
        variables_({{"DATABASE_URL", copy_.Url()},
                    {"GONOGO_BASELINE", place_.scratch().Path("baseline.json")},
                    {"GONOGO_SIGNOFFS", place_.scratch().Path("signoffs.jsonl")}}) {}

  Names Red() {
    const bool before = Happens("before preflight");
    if (before) Plant();
    Sign();
    const Finished taken = RunGonogo({"baseline", "take", "--plan", place_.plan(), "--out",
                                      place_.scratch().Path("baseline.json")},
                                     variables_);
    EXPECT_EQ(taken.status, 0) << taken.output;
    if (!before) Deploy();
    const std::string phase = fault_.when.substr(fault_.when.rfind(' ') + 1);
    RunGonogo({"run", phase, "--plan", place_.plan(), "--out", place_.scratch().Path("run")},
              variables_);
    return RedChecks(place_.scratch().Path("run"));
  }

 private:
  bool Happens(const std::string& when) const {
    return fault_.when.find(when) != std::string::npos;
  }

  // A migration that fails must fail; else the fault comes behind a deployment that does not.
  void Deploy() {
    const bool fails = Happens("stage schema");
    if (fails) Plant();
    const Finished deployed =
        RunCommand({.words = {place_.folder() + "/rehearsal/prisma", "migrate", "deploy"},
                    .environment = variables_});
    EXPECT_EQ(deployed.status != 0, fails) << deployed.output;
    if (!fails) Plant();
  }

  void Plant() {
    if (fault_.file.extension() == ".sql") return copy_.Run(fault_.text);
    if (fault_.file.empty()) return;
    const Finished planted = RunCommand({.words = {"sh", fault_.file.string(), place_.folder()}});
    EXPECT_EQ(planted.status, 0) << planted.output;
  }

  void Sign() {
    Words words = {"sign", "--plan", place_.plan(), "--by", "a test"};
    for (const char* item : {"secret_set", "staging_dry_run", "maintenance_window", "communication",
                             "runbook_read", "security_checklist"}) {
      words.insert(words.end(), {"--item", item});
    }
    const Finished run = RunGonogo(words, variables_);
    EXPECT_EQ(run.status, 0) << run.output;
  }

  const Fault& fault_;
  DixisFolder place_;
  Copy copy_;
  Variables variables_;
};

TEST(Dixis, EachFaultIsRedWhereItShouldBeAndNowhereElse) {
  const Copy before("dixis_before", "");
  Fill(before, "fixtures/samples/dixis");
  const Fault none{.file = {}, .text = {}, .when = "after schema, phase verify", .red = {}};
  EXPECT_EQ(DixisFault(none).Red(), Names());
  const std::vector<Fault> faults = FaultsOf("dixis");
  EXPECT_EQ(faults.size(), 16U);
  for (const Fault& fault : faults) {
    SCOPED_TRACE(fault.file.filename());
    EXPECT_FALSE(fault.red.empty());
    EXPECT_EQ(DixisFault(fault).Red(), fault.red);
  }
}

}  // namespace
}  // namespace gonogo::testing_support
