// gonogo doctor on real servers. What each fact means, tests/app/doctor tests.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "fixtures/rehearsal/running_pooler.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

// Returns the line about `subject`.
Json LineOf(const ProcessResult& run, const std::string& subject) {
  const Json printed = Json::parse(run.output);
  for (const Json& line : printed.at("lines")) {
    if (line.at("subject") == subject) return line;
  }
  return Json::object();
}

class Doctor : public testing::Test {
 protected:
  Doctor() {
    databases_.OnSource(
        "DROP ROLE IF EXISTS doctor_patient; "
        "CREATE ROLE doctor_patient LOGIN PASSWORD 'made-up-Pa55word'; "
        "ALTER ROLE doctor_patient CONNECTION LIMIT 5; "
        "CREATE SCHEMA app; CREATE TABLE app.users (id int); CREATE SEQUENCE app.numbers");
  }
  ~Doctor() override {
    databases_.OnSource("DROP OWNED BY doctor_patient; DROP ROLE doctor_patient");
  }

  std::string PatientUrl() const {
    ConnectionString endpoint = ParseEndpoint(databases_.SourceUrl(), "SRC_DB_URL");
    endpoint.options["user"] = "doctor_patient";
    endpoint.options["password"] = "made-up-Pa55word";
    return endpoint.ForLibpq();
  }

  BothDatabases databases_{"doctor"};
};

TEST_F(Doctor, SaysWhatTheRoleLacksAsStatements) {
  const Words words = {"doctor", "--source", PatientUrl(), "--target", databases_.TargetUrl(),
                       "--json"};
  const ProcessResult ill = RunGonogo(words, {{"GONOGO_PLAN", ""}});
  EXPECT_EQ(ill.status, 1) << ill.output;
  const Json tables = LineOf(ill, "source: tables");
  EXPECT_EQ(tables.value("have", ""), "can't read 2 relations of schema app, first numbers");
  EXPECT_EQ(LineOf(ill, "source: connections").value("health", ""), "PROBLEM") << ill.output;
  EXPECT_EQ(LineOf(ill, "source: sessions").value("health", ""), "WARN") << ill.output;
  EXPECT_EQ(LineOf(ill, "source: pooler").value("have", ""), "none in between") << ill.output;
  EXPECT_EQ(LineOf(ill, "both sides").value("health", ""), "OK") << ill.output;
  databases_.OnSource("ALTER ROLE doctor_patient CONNECTION LIMIT 20");
  databases_.OnSource(tables.value("advice", ""));
  const ProcessResult well = RunGonogo(words, {{"GONOGO_PLAN", ""}});
  EXPECT_EQ(well.status, 0) << well.output;
  EXPECT_EQ(LineOf(well, "source: tables").value("have", ""), "the role can read 1 table");
}

// A plan whose preflight would end in an error is not ready.
TEST_F(Doctor, DemandsToSeeSessionsIfTheChecksOfThePlanDo) {
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", R"({"gonogo": 1, "name": "shop",
    "connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}},
    "relations": [], "checks": [{"id": "quiet", "gate": "open_transactions"}]})");
  const Words words = {
      "doctor", "--plan", plan, "--source", PatientUrl(), "--target", databases_.TargetUrl(),
      "--json"};
  databases_.OnSource("ALTER ROLE doctor_patient CONNECTION LIMIT 20");
  const ProcessResult ill = RunGonogo(words);
  EXPECT_EQ(ill.status, 1) << ill.output;
  const Json line = LineOf(ill, "source: sessions");
  EXPECT_EQ(line.value("health", ""), "PROBLEM") << ill.output;
  const std::string advice = line.value("advice", "");
  EXPECT_EQ(advice,
            "needed by --max-load and by the plan's check quiet\n"
            "GRANT pg_read_all_stats TO doctor_patient;");
  databases_.OnSource(advice.substr(advice.find('\n') + 1));
  const ProcessResult well = RunGonogo(words);
  EXPECT_EQ(well.status, 0) << well.output;
  EXPECT_EQ(LineOf(well, "source: sessions"), Json::object()) << well.output;
}

TEST_F(Doctor, FindsAPoolerAndOneDatabaseOnBothSides) {
  const RunningPooler pooler(TestPair().target, "transaction", 2);
  const ProcessResult run = RunGonogo(
      {"doctor", "--source", databases_.TargetUrl(), "--target", pooler.Url("doctor"), "--json"});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_EQ(LineOf(run, "target: pooler").value("have", ""), "one in between, in transaction mode");
  EXPECT_EQ(LineOf(run, "both sides").value("have", ""), "are the same database");
}

// Stage schema would stop at the first role that the target lacks.
TEST_F(Doctor, NamesTheRolesThatTheTargetLacksForTheDump) {
  databases_.OnSource(
      "CREATE ROLE doctor_owner NOINHERIT; CREATE ROLE \"doctor guest\" LOGIN CREATEDB; "
      "ALTER TABLE app.users OWNER TO doctor_owner; "
      "GRANT SELECT ON app.users TO \"doctor guest\"; "
      "CREATE SCHEMA left_out AUTHORIZATION doctor_patient");
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", R"({"gonogo": 1, "name": "shop",
    "connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}},
    "exclude": [{"schema": "left_out", "reason": "not ours"}],
    "relations": [], "checks": [{"id": "r", "gate": "right_database"}],
    "stages": {"schema": {"method": "dump", "owners": true, "privileges": true}}})");
  const Words words = {"doctor",
                       "--plan",
                       plan,
                       "--source",
                       databases_.SourceUrl(),
                       "--target",
                       databases_.TargetUrl(),
                       "--json"};
  const Json line = LineOf(RunGonogo(words), "target: roles");
  EXPECT_EQ(line.value("health", ""), "PROBLEM") << line;
  EXPECT_EQ(line.value("have", ""), "missing: doctor guest, doctor_owner");
  const std::string advice = line.value("advice", "");
  const std::string statements = advice.substr(std::min(advice.find('\n'), advice.size()));
  EXPECT_EQ(statements,
            "\nCREATE ROLE \"doctor guest\" LOGIN CREATEDB;  -- then give it a password: "
            "\\password \"doctor guest\"\n"
            "CREATE ROLE doctor_owner NOLOGIN NOINHERIT;");
  databases_.OnTarget(statements);
  const ProcessResult well = RunGonogo(words);
  EXPECT_EQ(LineOf(well, "target: roles").value("health", ""), "OK") << well.output;
  EXPECT_EQ(LineOf(well, "target: tablespaces").value("health", ""), "OK") << well.output;
  EXPECT_EQ(LineOf(well, "target: extensions").value("health", ""), "OK") << well.output;
  databases_.OnTarget("DROP ROLE doctor_owner, \"doctor guest\"");
  databases_.OnSource(
      "DROP OWNED BY doctor_owner, \"doctor guest\"; DROP ROLE doctor_owner, \"doctor guest\"");
}

const Variables kNothingSet = {{"GONOGO_PLAN", ""}, {"SRC_DB_URL", ""}, {"TGT_DB_URL", ""}};

TEST(DoctorWithoutServers, SaysWhatItCouldNotReachAndWhatItNeeds) {
  const ProcessResult run =
      RunGonogo({"doctor", "--target", "postgresql://nobody@127.0.0.1:1/none"}, kNothingSet);
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(OutputHas(run, "PROBLEM  target: can't connect to nobody@127.0.0.1:1/none"))
      << run.output;
  EXPECT_TRUE(OutputHas(run, "\n1 problem, ")) << run.output;
  EXPECT_EQ(RunGonogo({"doctor"}, kNothingSet).status, 2);
}

TEST(DoctorWithoutServers, NamesATrialServerThatPreflightWouldNotFind) {
  const Scratch scratch;
  const std::string plan = scratch.File("plan.json", R"({"gonogo": 1, "name": "shop",
    "connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}},
    "relations": [], "checks": [{"id": "r", "gate": "right_database"}],
    "stages": {"preflight": {"restore_on": {"env": "TRIAL_URL"}}}})");
  const std::string nobody = "postgresql://nobody@127.0.0.1:1/none";
  const Words words = {"doctor", "--plan", plan, "--source", nobody, "--target", nobody, "--json"};
  EXPECT_EQ(LineOf(RunGonogo(words), "restore_on").value("have", ""),
            "set TRIAL_URL to the URL of the service");
  const Json line = LineOf(RunGonogo(words, {{"TRIAL_URL", nobody}}), "restore_on");
  EXPECT_EQ(line.value("health", ""), "PROBLEM") << line;
}

}  // namespace
}  // namespace gonogo::testing_support
