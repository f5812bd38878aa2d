// Faults injected into the migrations of mandate-008 and dixis. Each must fail exactly the checks
// that its header names.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "core/json/json.h"
#include "core/text/text.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;
using TableNames = std::set<std::string>;

struct Fault {
  fs::path file;
  std::string text;
  std::string when;
  TableNames red;
};

// The fault's name in messages of GoogleTest.
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.file.filename(); }

// Returns the list after `word` in a header such as "-- red: a, b" or "# red: a b".
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

// The checks with a case that isn't PASS.
TableNames RedChecks(const std::string& evidence) {
  TableNames red;
  for (const std::string& line : Split(ReadFile(evidence + "/evidence.jsonl"), '\n')) {
    if (line.empty()) continue;
    const Json json = ParseJson(line);
    if (json.at("type") == "case" && json.at("status") != "PASS") red.insert(json.at("check"));
  }
  return red;
}

// A copy of a database on the target of the test pair. The destructor drops it.
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

void Fill(const Copy& database, const std::string& fixture, const std::string& data) {
  database.Run(ReadFile(InProject(fixture + "/schema.sql")));
  database.Run(data);
  database.Run("ANALYZE");
}

// The sample data of mandate-008 with a hundredth of its 100,000 events: a fault needs no more.
std::string FewEvents() {
  std::string data = ReadFile(InProject("fixtures/samples/mandate-008/data.sql"));
  for (const std::string count : {"30000", "10000"}) {
    const std::string all = "generate_series(1, " + count + ")";
    std::size_t at = data.find(all);
    EXPECT_NE(at, std::string::npos) << all;
    for (; at != std::string::npos; at = data.find(all, at)) {
      data.replace(at, all.size(), "generate_series(1, " + count.substr(0, 3) + ")");
    }
  }
  return data;
}

TableNames RedOfMandate(const std::string& tail) {
  const Scratch scratch;
  const Copy copy("mandate_fault", "mandate_before");
  const std::string plan = InProject("plans/mandate-008/plan.json");
  const Variables variables = {{"MANDATE_DB_URL", copy.Url()},
                               {"GONOGO_BASELINE", scratch.Path("baseline.json")}};
  const ProcessResult taken = RunGonogo(
      {"baseline", "take", "--plan", plan, "--out", scratch.Path("baseline.json")}, variables);
  EXPECT_EQ(taken.status, 0) << taken.output;
  std::string migration =
      ReadFile(InProject("plans/mandate-008/migrations/008_domain_identity.sql"));
  migration.insert(migration.rfind("COMMIT;"), tail + "\n");
  copy.Run(migration);
  const ProcessResult run =
      RunGonogo({"run", "verify", "--plan", plan, "--out", scratch.Path("run")}, variables);
  TableNames red = RedChecks(scratch.Path("run"));
  EXPECT_EQ(run.status, red.empty() ? 0 : 1) << run.output;
  return red;
}

// Returns "event_lost" for .../event_lost.sql.
std::string NameOf(const testing::TestParamInfo<Fault>& fault) {
  return fault.param.file.empty() ? "none" : fault.param.file.stem().string();
}

// All faults, and one case without a fault. Each is one test, so that processes can share them.
std::vector<Fault> FaultsAndNone(const std::string& plan, const std::string& when) {
  std::vector<Fault> faults = FaultsOf(plan);
  faults.push_back({.file = {}, .text = {}, .when = when, .red = {}});
  return faults;
}

// A few of the faults: each takes seconds, so the slow tests have all of them.
std::vector<Fault> SomeOf(const std::vector<Fault>& faults, const TableNames& names) {
  std::vector<Fault> some;
  std::copy_if(faults.begin(), faults.end(), std::back_inserter(some),
               [&](const Fault& fault) { return names.contains(fault.file.stem().string()); });
  EXPECT_EQ(some.size(), names.size());
  return some;
}

class MandateFault : public testing::TestWithParam<Fault> {
 protected:
  static void SetUpTestSuite() {
    before_ = std::make_unique<Copy>("mandate_before", "");
    Fill(*before_, "fixtures/samples/mandate-008", FewEvents());
  }
  static void TearDownTestSuite() { before_.reset(); }

 private:
  static inline std::unique_ptr<Copy> before_;
};

TEST_P(MandateFault, IsRedWhereItShouldBeAndNowhereElse) {
  EXPECT_EQ(GetParam().red.empty(), GetParam().file.empty());
  EXPECT_EQ(RedOfMandate(GetParam().text), GetParam().red);
}

std::vector<Fault> MandateFaults() { return FaultsAndNone("mandate-008", ""); }

INSTANTIATE_TEST_SUITE_P(, MandateFault,
                         testing::ValuesIn(SomeOf(MandateFaults(),
                                                  {"", "event_lost", "log_row_missing"})),
                         NameOf);

INSTANTIATE_TEST_SUITE_P(Slow, MandateFault, testing::ValuesIn(MandateFaults()), NameOf);

TEST(MandateFaults, AreNine) { EXPECT_EQ(FaultsOf("mandate-008").size(), 9U); }

TEST(Slow, ARehearsalOfAFaultyMigrationIsNoGo) {
  const Scratch scratch;
  std::string migration =
      ReadFile(InProject("plans/mandate-008/migrations/008_domain_identity.sql"));
  migration.insert(migration.rfind("COMMIT;"),
                   ReadFile(InProject("tests/data/faults/mandate-008/event_lost.sql")) + "\n");
  const ProcessResult run =
      RunGonogo({"rehearse", "--plan", InProject("plans/mandate-008/plan.json"), "--out",
                 scratch.Path("out"), "--quiet"},
                {{"MIGRATION_FILE", scratch.File("faulty.sql", migration)}});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_NE(run.output.find("FAIL row_count.public.verdict_events: have "), std::string::npos)
      << run.output;
  EXPECT_NE(run.output.find("stage verify  NO-GO"), std::string::npos) << run.output;
}

// A copy of the plan, with the folders that it refers to.
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

  TableNames Red() {
    const bool before = Happens("before preflight");
    if (before) Plant();
    Sign();
    const ProcessResult taken = RunGonogo({"baseline", "take", "--plan", place_.plan(), "--out",
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

  // The migration itself must fail, or the fault comes after a deployment that succeeds.
  void Deploy() {
    const bool fails = Happens("stage schema");
    if (fails) Plant();
    const ProcessResult deployed =
        RunCommand({.words = {place_.folder() + "/rehearsal/prisma", "migrate", "deploy"},
                    .environment = variables_});
    EXPECT_EQ(deployed.status != 0, fails) << deployed.output;
    if (!fails) Plant();
  }

  void Plant() {
    if (fault_.file.extension() == ".sql") return copy_.Run(fault_.text);
    if (fault_.file.empty()) return;
    const ProcessResult planted =
        RunCommand({.words = {"sh", fault_.file.string(), place_.folder()}});
    EXPECT_EQ(planted.status, 0) << planted.output;
  }

  void Sign() {
    Words words = {"sign", "--plan", place_.plan(), "--by", "a test"};
    for (const char* item : {"secret_set", "staging_dry_run", "maintenance_window", "communication",
                             "runbook_read", "security_checklist"}) {
      words.insert(words.end(), {"--item", item});
    }
    const ProcessResult run = RunGonogo(words, variables_);
    EXPECT_EQ(run.status, 0) << run.output;
  }

  const Fault& fault_;
  DixisFolder place_;
  Copy copy_;
  Variables variables_;
};

class DixisFaultTest : public testing::TestWithParam<Fault> {
 protected:
  static void SetUpTestSuite() {
    before_ = std::make_unique<Copy>("dixis_before", "");
    Fill(*before_, "fixtures/samples/dixis",
         ReadFile(InProject("fixtures/samples/dixis/data.sql")));
  }
  static void TearDownTestSuite() { before_.reset(); }

 private:
  static inline std::unique_ptr<Copy> before_;
};

TEST_P(DixisFaultTest, IsRedWhereItShouldBeAndNowhereElse) {
  EXPECT_EQ(GetParam().red.empty(), GetParam().file.empty());
  EXPECT_EQ(DixisFault(GetParam()).Red(), GetParam().red);
}

std::vector<Fault> DixisFaults() { return FaultsAndNone("dixis", "after schema, phase verify"); }

// Each deploys by Prisma, which takes seconds.
INSTANTIATE_TEST_SUITE_P(Slow, DixisFaultTest, testing::ValuesIn(DixisFaults()), NameOf);

TEST(DixisFaults, AreSixteen) { EXPECT_EQ(FaultsOf("dixis").size(), 16U); }

}  // namespace
}  // namespace gonogo::testing_support
