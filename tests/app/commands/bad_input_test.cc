// Errors for a wrong plan, a wrong option, and a server that refuses or fails.
#include <gtest/gtest.h>

#include <thread>

#include "core/json/json.h"
#include "tests/support/migrations/credity_pair.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kHead =
    "{\n"
    "  \"gonogo\": 1,\n"
    "  \"name\": \"small\",\n"
    "  \"connections\": {\"source\": {\"url\": {\"env\": \"SRC_DB_URL\"}}, \"target\": {\"url\": "
    "{\"env\": \"TGT_DB_URL\"}}},\n"
    "  \"limits\": {\"statement_timeout_ms\": 1500, \"lock_timeout_ms\": 60000},\n";

std::string PlanWith(const std::string& rest) { return kHead + rest + "\n}\n"; }

std::string CountOf(const std::string& relation) {
  return PlanWith("  \"relations\": [{\"source\": " + Json(relation).dump() +
                  "}],\n  \"checks\": [{\"id\": \"row_count\", \"gate\": \"row_count\"}]");
}

struct WrongPlan {
  std::string name;
  std::string text;
  std::string complaint;  // after the file's name
};

class WrongPlans : public testing::TestWithParam<WrongPlan> {};

TEST_P(WrongPlans, AreRefusedWithFileLineAndWhatToDo) {
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", GetParam().text);
  // Nothing listens on this port: with a wrong plan no server is contacted.
  const ProcessResult run =
      RunGonogo({"run", "--plan", plan, "--out", scratch.Path("out"), "--source",
                 "postgresql://a@127.0.0.1:1/a", "--target", "postgresql://b@127.0.0.1:1/b"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "gonogo: " + plan + GetParam().complaint + "\n");
  EXPECT_FALSE(std::filesystem::exists(scratch.Path("out")));
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongPlans,
    testing::Values(
        WrongPlan{"UnknownKey", PlanWith("  \"relatoins\": [],\n  \"checks\": []"),
                  ":6: key \"relatoins\" is unknown; did you mean \"relations\"?"},
        WrongPlan{
            "ControlCharactersOfATerminal",
            PlanWith("  \"relations\\u001b\": [],\n  \"checks\": []"),
            ":6: key \"relations[NON-XML-CHAR-0x1B]\" is unknown; did you mean \"relations\"?"},
        WrongPlan{"UnknownGate",
                  PlanWith("  \"checks\": [\n    {\"id\": \"a\", \"gate\": \"row_cuont\"}]"),
                  ":7: gate \"row_cuont\" is unknown; did you mean \"row_count\"?"},
        WrongPlan{
            "WrongType",
            PlanWith("  \"relations\": [{\"source\": \"a.b\"}],\n  \"checks\": [\n    {\"id\": "
                     "\"a\", \"gate\": \"row_count\",\n     \"tolerance\": 1.5}]"),
            ":9: \"tolerance\" must be integer, at least 0, not a number"},
        WrongPlan{"DuplicateId",
                  PlanWith("  \"relations\": [{\"source\": \"a.b\"}],\n  \"checks\": [\n"
                           "    {\"id\": \"a\", \"gate\": \"row_count\"},\n"
                           "    {\"id\": \"a\", \"gate\": \"row_count\"}]"),
                  ":9: check id \"a\" is given twice"}),
    [](const auto& plan) { return plan.param.name; });

TEST(WrongPlan, WithATrailingCommaNamesTheLine) {
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", PlanWith("  \"checks\": [\n  ],"));
  const ProcessResult lint = RunGonogo({"plan", "lint", "--plan", plan});
  EXPECT_EQ(lint.status, 2);
  EXPECT_TRUE(lint.output.starts_with("gonogo: " + plan + ":8: syntax error")) << lint.output;
  EXPECT_NE(lint.output.find("is there an extra comma before it?"), std::string::npos);
}

TEST(WrongPlan, IsNamedIfMissing) {
  const ProcessResult lint = RunGonogo({"plan", "lint", "--plan", "/nowhere/plan.json"});
  EXPECT_EQ(lint.status, 2);
  EXPECT_EQ(lint.output, "gonogo: /nowhere/plan.json doesn't exist or can't be read\n");
}

TEST(WrongUsage, IsExitStatusTwo) {
  EXPECT_EQ(RunGonogo({}).status, 2);
  EXPECT_EQ(RunGonogo({"rnu"}).status, 2);
  EXPECT_EQ(RunGonogo({"run"}).status, 2);
  EXPECT_EQ(RunGonogo({"gates", "nope"}).status, 2);
  EXPECT_EQ(RunGonogo({"run", "--plan"}).status, 2);
}

TEST(WrongUsage, RepeatsNoPassword) {
  for (const Words& words :
       {Words{"run", "gate", "postgresql://u:hunter2@h/d"},
        Words{"run", "--sorce=postgresql://u:hunter2@h/d"}, Words{"postgresql://u:hunter2@h/d"}}) {
    Words with_plan = words;
    with_plan.insert(with_plan.end(), {"--plan", InProject("plans/credity/plan.json")});
    const ProcessResult run = RunGonogo(with_plan);
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.output.find("hunter2"), std::string::npos) << run.output;
  }
}

TEST(Help, ExistsForEveryCommand) {
  for (const Words& command :
       {Words{}, Words{"run"}, Words{"rehearse"}, Words{"list"}, Words{"gates"}, Words{"plan"},
        Words{"plan", "lint"}, Words{"evidence"}, Words{"evidence", "merge"}, Words{"pair"},
        Words{"pair", "up"}, Words{"pair", "down"}, Words{"pair", "status"},
        Words{"pair", "urls"}}) {
    Words words = command;
    words.emplace_back("--help");
    const ProcessResult help = RunGonogo(words);
    EXPECT_EQ(help.status, 0) << Json(words).dump() << help.output;
    EXPECT_NE(help.output.find("Usage:"), std::string::npos) << help.output;
  }
  EXPECT_EQ(RunGonogo({"--version"}).status, 0);
}

// One case on a server that fails: an ERROR with the server's message, never GO.
class Stubborn : public testing::Test {
 protected:
  Stubborn() { CreateDatabases("stubborn"); }
  ~Stubborn() override { DropDatabases("stubborn"); }

  static std::string Target() { return UrlOf(TestPair().target, "stubborn"); }

  static void OnBoth(const std::string& sql) {
    Execute(TestPair().source, "stubborn", sql);
    Execute(TestPair().target, "stubborn", sql);
  }

  ProcessResult Count(const std::string& relation, const std::string& target) {
    return RunGonogo({"run", "--plan", scratch_.File("plan.json", CountOf(relation)), "--out",
                      scratch_.Path("out"), "--source", UrlOf(TestPair().source, "stubborn"),
                      "--target", target});
  }

  // Returns the error of the only case.
  Json Error() const {
    const std::string lines = ReadFile(scratch_.Path("out/evidence.jsonl"));
    const std::string last = lines.substr(lines.find('\n') + 1);
    return ParseJson(last).value("error", Json());
  }

  Scratch scratch_;
};

TEST_F(Stubborn, MissingTableIsAnErrorWithTheServersMessage) {
  OnBoth("CREATE TABLE y ()");
  const ProcessResult run = Count("x\"; drop table y; --", Target());
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_EQ(Error()["sqlstate"], "42P01");
  EXPECT_EQ(Error()["message"], "source: relation x\"; drop table y; -- does not exist");
  EXPECT_EQ(RunGonogo({"run", "--plan", scratch_.File("y.json", CountOf("y")), "--out",
                       scratch_.Path("y"), "--source", UrlOf(TestPair().source, "stubborn"),
                       "--target", Target()})
                .status,
            0);
}

TEST_F(Stubborn, WrongPasswordIsAnErrorThatDoesNotShowIt) {
  OnBoth("CREATE TABLE y ()");
  std::string url = Target();
  url.replace(url.find(TestPair().target.password), TestPair().target.password.size(),
              "made-up-Pa55word");
  const ProcessResult run = Count("y", url);
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_NE(run.output.find("password authentication failed"), std::string::npos) << run.output;
  for (const char* file : {"out/evidence.jsonl", "out/verdict.json", "out/junit/gtest.xml"}) {
    EXPECT_EQ(ReadFile(scratch_.Path(file)).find("Pa55word"), std::string::npos) << file;
    EXPECT_EQ(ReadFile(scratch_.Path(file)).find(TestPair().source.password), std::string::npos);
  }
  EXPECT_EQ(run.output.find("Pa55word"), std::string::npos);
}

TEST_F(Stubborn, MissingPrivilegeIsAnError) {
  OnBoth(
      "CREATE TABLE y (); DO $$ BEGIN CREATE ROLE stranger LOGIN PASSWORD 'made-up'; EXCEPTION "
      "WHEN duplicate_object THEN NULL; END $$");
  const ProcessResult run = Count("y", "postgresql://stranger:made-up@127.0.0.1:" +
                                           std::to_string(TestPair().target.port) + "/stubborn");
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_EQ(Error()["sqlstate"], "42501") << run.output;
}

using SlowStubborn = Stubborn;

TEST_F(SlowStubborn, StatementTimeoutIsAnError) {
  // Counting the view's rows takes longer than the plan's 1.5 seconds.
  OnBoth("CREATE VIEW y AS SELECT pg_sleep(0.1)::text FROM generate_series(1, 100)");
  const ProcessResult run = Count("y", Target());
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_EQ(Error()["sqlstate"], "57014");
}

TEST_F(Stubborn, DroppedConnectionIsAnErrorOfEveryCaseAfterIt) {
  // On the target, a view that terminates the backend that reads it. Views aren't read together
  // with others, so the second one hasn't been read by then.
  Execute(TestPair().source, "stubborn", "CREATE TABLE a (); CREATE TABLE b ()");
  Execute(
      TestPair().target, "stubborn",
      "CREATE VIEW a AS SELECT pg_terminate_backend(pg_backend_pid()); CREATE VIEW b AS SELECT");
  const std::string plan = PlanWith(
      "  \"relations\": [{\"source\": \"a\"}, {\"source\": \"b\"}],\n"
      "  \"checks\": [{\"id\": \"row_count\", \"gate\": \"row_count\"}]");
  const ProcessResult run =
      RunGonogo({"run", "--plan", scratch_.File("plan.json", plan), "--out", scratch_.Path("out"),
                 "--source", UrlOf(TestPair().source, "stubborn"), "--target", Target()});
  EXPECT_EQ(run.status, 3) << run.output;
  const Json verdict = VerdictIn(scratch_.Path("out"));
  EXPECT_EQ(verdict["cases"]["errors"], 2);
  EXPECT_EQ(verdict["cases"]["not_run"], 0);
  ASSERT_EQ(verdict["groups"].size(), 1U) << verdict.dump(1);
  EXPECT_EQ(verdict["groups"][0]["cause"],
            "target: FATAL:  terminating connection due to administrator command (SQLSTATE 57P01); "
            "somebody ended this session, or stops the server: run again");
  EXPECT_EQ(verdict["groups"][0]["members"], 2);
}

}  // namespace
}  // namespace gonogo::testing_support
