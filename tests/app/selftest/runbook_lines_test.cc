// Each line of the runbooks of mandate-008 and dixis is damaged once, and must be red.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "app/context/run_context.h"
#include "app/plan/plan_file.h"
#include "app/process_environment.h"
#include "app/selftest/answers.h"
#include "core/plan/gate.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/path_digest.h"
#include "fixtures/system/text_file.h"
#include "tests/golden/golden.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "runbook";  // as the damage names it
const std::vector<Phase> kBefore = {Phase::kPreflight};
const std::vector<Phase> kAfter = {Phase::kSchema, Phase::kVerify, Phase::kGate, Phase::kCutover,
                                   Phase::kFinalize};

// A plan that changes one database, before its migrations and after them.
class Runbook {
 public:
  explicit Runbook(const std::string& name)
      : folder_(CopyOf("plans/" + name)),
        damage_(ParseLocated(ReadTextFile(InProject("tests/data/runbooks/" + name + ".json")), name)
                    .value) {
    Execute(Target(), "postgres", std::string("CREATE DATABASE ") + kDatabase);
    oid_ = Oid();
    const fs::path sample = InProject("fixtures/samples/" + name);
    for (const char* file : {"schema.sql", "data.sql"}) {
      Execute(Target(), kDatabase, ReadTextFile(sample / file));
    }
    for (const std::string sql : damage_.value("prepare", Json::array())) {
      Execute(Target(), kDatabase, sql);
    }
    Execute(Target(), kDatabase, "ANALYZE");
    environment_ = {{damage_.at("database"), UrlOf(Target(), kDatabase)},
                    {"MANDATE_URL", "http://127.0.0.1:1"}};
    plan_ = LoadPlan(folder_ / "plan.json", environment_);
    TakeBaseline();
    Keep("before");
    for (const std::string file : damage_.at("migrations")) Migrate(file);
    Keep("after");
  }
  Runbook(const Runbook&) = delete;
  Runbook& operator=(const Runbook&) = delete;
  ~Runbook() {
    for (const char* suffix : {"", "_before", "_after"}) Drop(kDatabase + std::string(suffix));
  }

  const Plan& plan() const { return plan_; }
  const Json& damage() const { return damage_; }

  // Restores the files, and the database as it was before the migrations or after them.
  void Restore(const std::string& state) {
    for (const auto& [file, text] : changed_) WriteTextFile(file, text);
    changed_.clear();
    Drop(kDatabase);
    Execute(Target(), "postgres",
            fmt::format("CREATE DATABASE {0} TEMPLATE {0}_{1} OID {2}", kDatabase, state, oid_));
  }

  // Plants SQL or, in a file, more text.
  void Plant(const Json& damage) {
    if (damage.is_string()) return Execute(Target(), kDatabase, damage.get<std::string>());
    const fs::path file = folder_ / damage.at("file").get<std::string>();
    changed_[file] = ReadTextFile(file);
    WriteTextFile(file, changed_[file] + damage.at("more").get<std::string>() + "\n");
  }

  // Returns the cases that look at the database in these phases.
  std::vector<DeclaredCase> Cases(const std::vector<Phase>& phases) const {
    std::vector<DeclaredCase> cases = DeclaredCases(plan_, phases, {});
    std::erase_if(cases, [&](const DeclaredCase& one) {
      return IsSigned(one) || damage_.at("not_planted").contains(one.name());
    });
    return cases;
  }

  bool IsSigned(const DeclaredCase& one) const {
    return plan_.CheckNamed(one.check).gate->name == "signoff";
  }

  // Returns what each red case says, by the name of the case.
  std::map<std::string, std::string> Red(const std::vector<DeclaredCase>& cases) const {
    const RunContext context{plan_, environment_, ResolveEndpoints(plan_, {}, environment_),
                             MigrationFolderAt(scratch_.Path("migration"))};
    std::map<std::string, std::string> red;
    for (const CaseResult& result : AnswersOn(OpenPair(context), context, cases)) {
      const Status status = StatusOf(result, false);
      if (status == Status::kPass) continue;
      std::string words = StatusName(status);
      if (result.error) words += " " + result.error->message;
      for (const Finding& finding : result.outcome.findings) words += "\n    " + Describe(finding);
      red[result.name()] = std::regex_replace(words, std::regex("[0-9a-f]{64}"), "...");
    }
    return red;
  }

  void Sign(const std::set<std::string>& items) const {
    std::string lines;
    for (const std::string& item : items) {
      lines += ToText(Json{{"item", item},
                           {"by", "the tester of " + item},  // two persons must sign some
                           {"note", ""},
                           {"at", UtcNow()},
                           {"plan", plan_.name},
                           {"plan_digest", plan_.digest}}) +
               "\n";
    }
    scratch_.File("migration/signoffs.jsonl", lines);
  }

 private:
  std::string CopyOf(const std::string& plan) const {
    const std::string copy = scratch_.Path(plan);
    fs::create_directories(copy);
    fs::copy(InProject(plan), copy, fs::copy_options::recursive);
    return copy;
  }

  static const Cluster& Target() { return TestPair().target; }

  static void Drop(const std::string& database) {
    Execute(Target(), "postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
  }

  // A baseline is of a database with that oid.
  static std::string Oid() {
    const auto session =
        OpenSide("target", ParseEndpoint(UrlOf(Target(), kDatabase), "target"), {});
    return session.identity->database_oid;
  }

  void TakeBaseline() {
    fs::create_directory(scratch_.Path("migration"));
    const ProcessResult run = RunGonogo({"baseline", "take", "--plan", plan_.file, "--out",
                                         scratch_.Path("migration/baseline.json")},
                                        environment_);
    if (run.status != 0) throw std::runtime_error(run.output);
  }

  // Prisma notes the migrations that it applies.
  void Migrate(const std::string& file) {
    const fs::path path = folder_ / file;
    Execute(Target(), kDatabase, ReadTextFile(path));
    if (path.filename() != "migration.sql") return;
    const std::string name = path.parent_path().filename();
    Execute(
        Target(), kDatabase,
        fmt::format("INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, "
                    "started_at, applied_steps_count) VALUES (left('{0}', 36), '{1}', now(), "
                    "'{0}', now(), 1)",
                    name, PathDigest(path)));
  }

  void Keep(const std::string& state) {
    Execute(Target(), "postgres",
            fmt::format("CREATE DATABASE {0}_{1} TEMPLATE {0}", kDatabase, state));
  }

  Scratch scratch_;
  fs::path folder_;
  Json damage_;
  std::map<fs::path, std::string> changed_;  // texts by file
  std::string oid_;
  Environment environment_;
  Plan plan_;
};

// Plants the damage of each case, and returns what is red then, for people.
std::string RedOfEach(Runbook& runbook, const std::string& state,
                      const std::vector<Phase>& phases) {
  const auto cases = runbook.Cases(phases);
  runbook.Restore(state);
  EXPECT_EQ(runbook.Red(cases), (std::map<std::string, std::string>())) << state;
  std::set<std::string> left;
  for (const DeclaredCase& one : cases) left.insert(one.name());
  std::string text;
  for (const auto& [name, damage] : runbook.damage().at(state).items()) {
    runbook.Restore(state);
    runbook.Plant(damage);
    const auto red = runbook.Red(cases);
    const auto found = red.find(name);
    EXPECT_TRUE(found != red.end() && found->second.starts_with("FAIL")) << state << ": " << name;
    left.erase(name);
    text += state + ": " + name + "\n";
    for (const auto& [one, words] : red) text += "  " + one + ": " + words + "\n";
  }
  EXPECT_EQ(left, std::set<std::string>()) << "cases without damage";
  return text;
}

void ExpectEachLineRed(const std::string& name) {
  if (!TestPairHas(15)) GTEST_SKIP() << "CREATE DATABASE has no OID";
  Runbook runbook(name);
  const std::string before = RedOfEach(runbook, "before", kBefore);
  ExpectGolden("runbook_" + name + ".txt", before + RedOfEach(runbook, "after", kAfter));
}

TEST(Slow, EachLineOfMandate008IsSeen) { ExpectEachLineRed("mandate-008"); }

TEST(Slow, EachLineOfDixisIsSeen) { ExpectEachLineRed("dixis"); }

// Each item waits for its own signature.
void ExpectEachSignatureNeeded(const std::string& name) {
  if (!TestPairHas(15)) GTEST_SKIP() << "CREATE DATABASE has no OID";
  Runbook runbook(name);
  std::vector<DeclaredCase> cases = DeclaredCases(runbook.plan(), {}, {});
  std::erase_if(cases, [&](const DeclaredCase& one) { return !runbook.IsSigned(one); });
  std::set<std::string> items;
  for (const DeclaredCase& one : cases) items.insert(one.subject);
  runbook.Sign(items);
  EXPECT_EQ(runbook.Red(cases), (std::map<std::string, std::string>()));
  for (const DeclaredCase& one : cases) {
    std::set<std::string> others = items;
    others.erase(one.subject);
    runbook.Sign(others);
    EXPECT_EQ(runbook.Red({one}), (std::map<std::string, std::string>{{one.name(), "NOT RUN"}}));
  }
}

TEST(Slow, EachSignatureOfMandate008IsNeeded) { ExpectEachSignatureNeeded("mandate-008"); }

TEST(Slow, EachSignatureOfDixisIsNeeded) { ExpectEachSignatureNeeded("dixis"); }

}  // namespace
}  // namespace gonogo::testing_support
