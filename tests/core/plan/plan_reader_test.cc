// From text to plan: what a plan may say, and the complaint with its line where it says something
// else. The gates are made up here.
#include "core/plan/plan_reader.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::vector<Subject> EachRelation(const Plan& plan, const Arguments& arguments) {
  if (arguments.Integer("tolerance") < 0) throw PlanError("a tolerance cannot be negative");
  std::vector<Subject> subjects;
  for (const Relation& relation : plan.relations) {
    subjects.push_back({relation.source, relation.source});
  }
  return subjects;
}

std::vector<Subject> EachName(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const std::string& name : arguments.Texts("names")) subjects.push_back({name, ""});
  return subjects;
}

const std::vector<Gate>& Gates() {
  static const Parameter names =
      TextListParameter("names", "what to look at").DefaultJson("[\"one\"]");
  static const std::vector<Gate> gates = {
      {.name = "row_count",
       .summary = "",
       .phases = {Phase::kVerify, Phase::kGate},
       .parameters = {IntegerParameter("tolerance", "in rows").Default(0)},
       .subjects = EachRelation,
       .run = nullptr},
      {.name = "names",
       .summary = "",
       .phases = {Phase::kGate},
       .parameters = {names},
       .subjects = EachName,
       .run = nullptr},
      {.name = "timeless",
       .summary = "",
       .phases = {},
       .parameters = {names},
       .subjects = EachName,
       .run = nullptr}};
  return gates;
}

const std::vector<Stage>& Stages() {
  static const std::vector<Stage> stages = {
      {.phase = Phase::kBackfill,
       .summary = "",
       .parameters = {IntegerParameter("jobs", "at once").Default(2)},
       .act = nullptr},
      {.phase = Phase::kFinalize,
       .summary = "",
       .needs_checks = true,
       .parameters = {},
       .act = nullptr}};
  return stages;
}

// A plan whose parts can be swapped; each part begins on the line that stands beside it.
struct PlanText {
  std::string format = "1";  // line 2
  std::string connections =  // line 3
      R"({"source": {"url": {"env": "SRC"}}, "target": {"url": {"env": "TGT"}}})";
  std::string relations = R"([{"source": "public.users"}])";        // line 4
  std::string exclude = "[]";                                       // line 5
  std::string limits = "{}";                                        // line 6
  std::string checks = R"([{"id": "rows", "gate": "row_count"}])";  // line 7
  std::string more;                                                 // line 8

  std::string Text() const {
    return "{\"name\": \"moving\",\n\"gonogo\": " + format + ",\n\"connections\": " + connections +
           ",\n\"relations\": " + relations + ",\n\"exclude\": " + exclude +
           ",\n\"limits\": " + limits + ",\n\"checks\": " + checks + more + "\n}\n";
  }
};

Plan ParsedText(const std::string& text, const Environment& environment = {}) {
  return ReadPlan(ParseLocated(text, "plan.json"), Gates(), Stages(), environment);
}

Plan Parsed(const PlanText& plan) { return ParsedText(plan.Text()); }

std::string RefusalOfText(const std::string& text, const Environment& environment = {}) {
  try {
    ParsedText(text, environment);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

std::string Refusal(const PlanText& plan) { return RefusalOfText(plan.Text()); }

// What is said of a plan with this one check, which begins on line 7.
std::string RefusalOfCheck(const std::string& check) {
  return Refusal(PlanText{.checks = "[" + check + "]"});
}

TEST(PlanReader, ReadsAPlanInFull) {
  const Plan plan = Parsed(
      {.connections = R"({"source": {"url": {"env": "SRC"}}, "target": {"url": "service=new"},
                          "pooler": {"url": {"env": "DATABASE_URL"}}})",
       .relations = R"([{"source": "public.users", "target": "issuer.users", "key": ["id", "no"]},
                        {"source": "public.keys"}])",
       .exclude = R"([{"relation": "public.spatial", "reason": "of an extension"}])",
       .limits = R"({"statement_timeout_ms": 1, "lock_timeout_ms": 2, "connect_timeout_s": 3})",
       .checks = R"([{"id": "rows", "gate": "row_count", "phases": ["cutover", "gate"],
                      "severity": "advisory", "tolerance": 5}])",
       .more = R"(, "summary": "It moves.", "fixture": "fixtures/moving", "extends": "a.json")"});
  EXPECT_EQ(plan.file, "plan.json");
  EXPECT_EQ(plan.name, "moving");
  EXPECT_EQ(plan.summary, "It moves.");
  EXPECT_EQ(plan.fixture, "fixtures/moving");
  EXPECT_EQ(plan.connections.at("source").variable, "SRC");
  EXPECT_EQ(plan.connections.at("target").variable, "");
  EXPECT_EQ(plan.connections.at("target").url, "service=new");
  EXPECT_EQ(plan.connections.at("pooler").variable, "DATABASE_URL");
  EXPECT_EQ(plan.limits.statement_timeout, std::chrono::milliseconds(1));
  EXPECT_EQ(plan.limits.lock_timeout, std::chrono::milliseconds(2));
  EXPECT_EQ(plan.limits.connect_timeout, std::chrono::seconds(3));
  ASSERT_EQ(plan.relations.size(), 2);
  EXPECT_EQ(plan.RelationNamed("public.users").target, "issuer.users");
  EXPECT_EQ(Join(plan.RelationNamed("public.users").key, ","), "id,no");
  EXPECT_EQ(plan.RelationNamed("public.keys").target, "public.keys");
  ASSERT_EQ(plan.exclusions.size(), 1);
  EXPECT_EQ(plan.exclusions[0].relation, "public.spatial");
  EXPECT_EQ(plan.exclusions[0].reason, "of an extension");
}

TEST(PlanReader, ReadsACheckInFull) {
  const Plan plan = Parsed({.relations = R"([{"source": "b"}, {"source": "a"}])",
                            .checks = "[\n{\"id\": \"rows-1_B\", \"gate\": \"row_count\", "
                                      "\"phases\": [\"cutover\", \"gate\"], "
                                      "\"severity\": \"advisory\", \"tolerance\": 5}]"});
  const Check& check = plan.checks.at(0);
  EXPECT_EQ(check.id, "rows-1_B");
  EXPECT_EQ(check.gate, &Gates()[0]);
  EXPECT_EQ(Join(PhaseNames(check.phases), ","), "cutover,gate");
  EXPECT_EQ(check.severity, Severity::kAdvisory);
  EXPECT_EQ(check.arguments.values().dump(), R"({"tolerance":5})");
  ASSERT_EQ(check.subjects.size(), 2);
  EXPECT_EQ(check.subjects[0].name, "b");
  EXPECT_EQ(check.subjects[1].relation, "a");
  EXPECT_EQ(check.location.file, "plan.json");
  EXPECT_EQ(check.location.line, 8);
}

TEST(PlanReader, FillsInWhatAPlanLeavesOut) {
  const Plan plan =
      ParsedText(R"({"gonogo": 1, "name": "m", "connections": {"source": {"url": {"env": "S"}},
          "target": {"url": {"env": "T"}}}, "checks": [{"id": "n", "gate": "names"}]})");
  EXPECT_EQ(plan.limits.statement_timeout, std::chrono::minutes(5));
  EXPECT_EQ(plan.limits.lock_timeout, std::chrono::seconds(5));
  EXPECT_EQ(plan.limits.connect_timeout, std::chrono::seconds(10));
  EXPECT_EQ(plan.summary + plan.fixture, "");
  EXPECT_TRUE(plan.relations.empty());
  EXPECT_EQ(plan.checks.at(0).severity, Severity::kRequired);
  EXPECT_EQ(Join(PhaseNames(plan.checks.at(0).phases), ","), "gate");
}

TEST(PlanReader, ReadsParametersFromTheEnvironment) {
  const std::string text = PlanText{.checks = R"([{"id": "rows", "gate": "row_count",
                              "tolerance": {"env": "TOLERANCE", "default": 1}}])"}
                               .Text();
  EXPECT_EQ(ParsedText(text).checks.at(0).arguments.Integer("tolerance"), 1);
  EXPECT_EQ(ParsedText(text, {{"TOLERANCE", "2"}}).checks.at(0).arguments.Integer("tolerance"), 2);
  EXPECT_EQ(
      RefusalOfText(text, {{"TOLERANCE", "two"}}),
      "plan.json:8: the environment variable TOLERANCE holds no value for \"tolerance\": integer");
}

TEST(PlanReader, RefusesAnotherFormat) {
  EXPECT_EQ(Refusal({.format = "2"}), "plan.json:2: this gonogo reads plan format 1");
  EXPECT_EQ(Refusal({.format = "1.0"}), "plan.json:2: \"gonogo\" must be integer, not a number");
}

TEST(PlanReader, RefusesADocumentThatIsNoObject) {
  EXPECT_EQ(RefusalOfText("[]"), "plan.json:1: must be an object");
}

TEST(PlanReader, RefusesAMissingName) {
  EXPECT_EQ(RefusalOfText("{\"gonogo\": 1}"),
            "plan.json:1: \"name\" is missing: text, what the migration is called");
}

TEST(PlanReader, RefusesAnUnknownKey) {
  EXPECT_EQ(Refusal({.more = ",\n\"conections\": {}"}),
            "plan.json:8: key \"conections\" is unknown; did you mean \"connections\"?");
  EXPECT_EQ(Refusal({.limits = R"({"statement_timeout": 5})"}),
            "plan.json:6: key \"statement_timeout\" is unknown; did you mean "
            "\"statement_timeout_ms\"?");
  EXPECT_EQ(Refusal({.relations = R"([{"source": "a", "kay": []}])"}),
            "plan.json:4: key \"kay\" is unknown; did you mean \"key\"?");
}

TEST(PlanReader, RefusesANegativeLimit) {
  EXPECT_EQ(Refusal({.limits = R"({"lock_timeout_ms": -1})"}).substr(0, 13), "plan.json:6: ");
}

TEST(PlanConnections, MustBeGiven) {
  EXPECT_EQ(RefusalOfText("{\"gonogo\": 1,\n\"name\": \"m\"}"),
            "plan.json:1: \"connections\" is missing: source and target");
  EXPECT_EQ(Refusal({.connections = "[]"}), "plan.json:3: must be an object");
}

TEST(PlanConnections, MustHoldBothSides) {
  EXPECT_EQ(Refusal({.connections = R"({"source": {"url": {"env": "SRC"}}})"}),
            "plan.json:3: no \"target\" is given");
  EXPECT_EQ(Refusal({.connections = R"({"target": {"url": {"env": "TGT"}}})"}),
            "plan.json:3: no \"source\" is given; a migration inside one database has a "
            "\"baseline\" instead");
}

TEST(PlanConnections, HoldNoTextWithAPassword) {
  const std::string complaint =
      "plan.json:3: a URL can hold a password: give {\"env\": NAME}, or service=NAME";
  for (const char* url : {"postgresql://u:s3cret@h/d", "host=h dbname=d password=s3cret"}) {
    EXPECT_EQ(Refusal({.connections = std::string(R"({"source": {"url": ")") + url + "\"}}"}),
              complaint);
  }
}

TEST(PlanConnections, AreVariablesOrServices) {
  EXPECT_EQ(Refusal({.connections = R"({"source": "SRC"})"}),
            "plan.json:3: must be an object: {\"url\": {\"env\": \"SRC_DB_URL\"}}");
  EXPECT_EQ(Refusal({.connections = R"({"source": {}})"}),
            "plan.json:3: \"url\" must be {\"env\": NAME} or \"service=NAME\"");
  EXPECT_EQ(Refusal({.connections = R"({"source": {"url": 5}})"}),
            "plan.json:3: \"url\" must be {\"env\": NAME} or \"service=NAME\"");
  EXPECT_EQ(Refusal({.connections = R"({"source": {"uri": {"env": "SRC"}}})"}),
            "plan.json:3: key \"uri\" is unknown; did you mean \"url\"?");
  EXPECT_EQ(
      Refusal({.connections = "{\"source\": {\"url\": {\"env\": \"SRC\",\n\"default\": \"\"}}}"}),
      "plan.json:4: key \"default\" is unknown; known: env");
}

TEST(PlanRelations, AreGivenOnce) {
  EXPECT_EQ(Refusal({.relations = "[{\"source\": \"a\"},\n{\"source\": \"b\"},\n"
                                  "{\"source\": \"a\", \"target\": \"c\"}]"}),
            "plan.json:6: relation a is given twice");
}

TEST(PlanRelations, MustHaveASource) {
  EXPECT_EQ(Refusal({.relations = R"([{"target": "a"}])"}),
            "plan.json:4: \"source\" is missing: text, schema.table");
}

TEST(PlanRelations, AreKnownByTheirSource) {
  EXPECT_THROW(Parsed(PlanText{}).RelationNamed("public.user"), std::out_of_range);
}

TEST(PlanExclusions, NeedAReason) {
  EXPECT_EQ(Refusal({.exclude = R"([{"relation": "a"}])"}),
            "plan.json:5: \"reason\" is missing: text, why it is left out");
  EXPECT_EQ(Refusal({.exclude = "[{\"relation\": \"a\", \"reason\": \"r\"},\n"
                                "{\"relation\": \"b\", \"reason\": \" \\n\"}]"}),
            "plan.json:6: an exclusion needs a reason");
}

std::string RefusalOfWaiver(const std::string& waiver) {
  return Refusal({.more = ",\n\"waivers\": [" + waiver + "]"});
}

TEST(PlanWaivers, AreReadInFull) {
  const Plan plan = Parsed({.more = R"(, "waivers": [{"check": "rows", "subject": "public.*",
      "reason": "rebuilt", "owner": "the team", "until": "2001-01-01"}])"});
  ASSERT_EQ(plan.waivers.size(), 1);
  const Waiver waiver{.check = "rows",
                      .subject = "public.*",
                      .reason = "rebuilt",
                      .owner = "the team",
                      .until = "2001-01-01"};
  EXPECT_EQ(plan.waivers[0], waiver);
}

TEST(PlanWaivers, NeedAReasonAnOwnerAndADate) {
  const std::string which = R"({"check": "rows", "subject": "public.users", )";
  EXPECT_EQ(RefusalOfWaiver(which + R"("owner": "o", "until": "2027-01-01"})"),
            "plan.json:8: \"reason\" is missing: text, why it is accepted");
  EXPECT_EQ(RefusalOfWaiver(which + R"("reason": "r", "until": "2027-01-01"})"),
            "plan.json:8: \"owner\" is missing: text, who answers for it");
  EXPECT_EQ(RefusalOfWaiver(which + R"("reason": " ", "owner": "o", "until": "2027-01-01"})"),
            "plan.json:8: a waiver needs its \"reason\"");
  EXPECT_EQ(RefusalOfWaiver(which + R"("reason": "r", "owner": "o", "until": "2027-02-29"})"),
            "plan.json:8: \"until\" of a waiver is a date, YYYY-MM-DD, not \"2027-02-29\"");
  EXPECT_EQ(RefusalOfWaiver(which + R"("reason": "r", "owner": "o", "until": "soon"})"),
            "plan.json:8: \"until\" of a waiver is a date, YYYY-MM-DD, not \"soon\"");
}

TEST(PlanWaivers, CoverACaseOfThePlan) {
  const std::string rest = R"(, "reason": "r", "owner": "o", "until": "2027-01-01"})";
  EXPECT_EQ(RefusalOfWaiver(R"({"check": "row", "subject": "*")" + rest),
            "plan.json:8: the plan has no check \"row\" to waive; did you mean \"rows\"?");
  EXPECT_EQ(RefusalOfWaiver(R"({"check": "rows", "subject": "public.user")" + rest),
            "plan.json:8: check \"rows\" has no subject \"public.user\"; did you mean "
            "\"public.users\"?");
}

TEST(PlanChecks, MustBeThere) {
  const std::string complaint = "\"checks\" must be a list with at least one check";
  EXPECT_EQ(Refusal({.checks = "[]"}), "plan.json:7: " + complaint);
  EXPECT_EQ(Refusal({.checks = "{}"}), "plan.json:7: " + complaint);
  EXPECT_EQ(RefusalOfText(R"({"gonogo": 1, "name": "m", "connections": {"source":
            {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}}})"),
            "plan.json:1: " + complaint);
  EXPECT_EQ(RefusalOfCheck("5"), "plan.json:7: must be an object");
}

TEST(PlanChecks, NameAKnownGate) {
  EXPECT_EQ(RefusalOfCheck("{\"id\": \"a\",\n\"gate\": \"row_cuont\"}"),
            "plan.json:8: gate \"row_cuont\" is unknown; did you mean \"row_count\"?");
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "foreign_keys"})"),
            "plan.json:7: gate \"foreign_keys\" is unknown; known: row_count, names, timeless");
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a"})"),
            "plan.json:7: \"gate\" is missing: the kind of check, a text");
}

TEST(PlanChecks, HaveTheKeysOfTheirGateOnly) {
  EXPECT_EQ(RefusalOfCheck("{\"id\": \"a\", \"gate\": \"row_count\",\n\"tolerence\": 1}"),
            "plan.json:8: key \"tolerence\" is unknown; did you mean \"tolerance\"?");
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "names", "tolerance": 1})"),
            "plan.json:7: key \"tolerance\" is unknown; known: names, id, gate, phases, severity");
}

TEST(PlanChecks, HaveParametersOfTheRightKind) {
  EXPECT_EQ(RefusalOfCheck("{\"id\": \"a\", \"gate\": \"row_count\",\n\"tolerance\": 1.9}"),
            "plan.json:8: \"tolerance\" must be integer, not a number");
}

TEST(PlanChecks, NameKnownPhasesOnceEach) {
  const std::string check = R"({"id": "a", "gate": "names", "phases": )";
  EXPECT_EQ(RefusalOfCheck(check + "[\"gate\",\n\"cut-over\"]}"),
            "plan.json:8: phase \"cut-over\" is unknown; did you mean \"cutover\"?");
  EXPECT_EQ(RefusalOfCheck(check + "[\"gate\",\n\"gate\"]}"),
            "plan.json:8: phase \"gate\" is given twice");
  EXPECT_EQ(RefusalOfCheck(check + "[]}"), "plan.json:7: a check needs a phase");
  EXPECT_EQ(RefusalOfCheck(check + "\"gate\"}"),
            "plan.json:7: \"phases\" must be list of texts, not a text");
}

// It would belong to no phase, and never run.
TEST(PlanChecks, NeedAPhaseWhereTheirGateGivesNone) {
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "timeless"})"),
            "plan.json:7: a check needs a phase");
}

TEST(PlanChecks, AreRequiredOrAdvisory) {
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "names", "severity": "advisor"})"),
            "plan.json:7: \"severity\" cannot be \"advisor\"; did you mean \"advisory\"?");
}

TEST(PlanChecks, HaveAnIdThatNamesATestAndAFile) {
  EXPECT_EQ(RefusalOfCheck(R"({"gate": "names"})"),
            "plan.json:7: \"id\" is missing: text, the check's name");
  for (const std::string id :
       {"", "a.b", "a b", "a/b", "a;b", "\xC3\xA9", "verdict", "pair", "DISABLED_a"}) {
    EXPECT_EQ(RefusalOfCheck("{\"gate\": \"names\",\n\"id\": \"" + id + "\"}"),
              "plan.json:8: \"" + id +
                  "\" cannot be a check's id: letters, digits, _ and -, not \"verdict\", "
                  "\"pair\", DISABLED_...");
  }
}

TEST(PlanChecks, HaveAnIdOfTheirOwn) {
  EXPECT_EQ(Refusal({.checks = "[{\"id\": \"a\", \"gate\": \"names\"},\n"
                               "{\"gate\": \"row_count\",\n\"id\": \"a\"}]"}),
            "plan.json:9: check id \"a\" is given twice");
}

// Merged into one, the second check would be lost without a word.
TEST(PlanChecks, HaveAnIdOfTheirOwnInAPlanThatExtendsAnother) {
  const LocatedJson base = ParseLocated(PlanText{}.Text(), "base.json");
  const LocatedJson changes = ParseLocated(
      "{\"checks\": [{\"id\": \"a\", \"gate\": \"names\"},\n"
      "{\"id\": \"a\", \"gate\": \"names\", \"names\": [\"two\"]}]}",
      "plan.json");
  EXPECT_THROW(ReadPlan(Extended(base, changes), Gates(), Stages(), {}), PlanError);
}

TEST(PlanChecks, HaveSomethingToLookAt) {
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "names", "names": []})"),
            "plan.json:7: check \"a\" has nothing to look at");
  EXPECT_EQ(Refusal({.relations = "[]"}), "plan.json:7: check \"rows\" has nothing to look at");
}

TEST(PlanChecks, LookAtEachSubjectOnce) {
  EXPECT_EQ(RefusalOfCheck(R"({"id": "a", "gate": "names", "names": ["x", "y", "x"]})"),
            "plan.json:7: check \"a\" has the subject \"x\" twice");
}

TEST(PlanChecks, SayWhereTheirGateComplains) {
  EXPECT_EQ(RefusalOfCheck("\n{\"id\": \"a\", \"gate\": \"row_count\", \"tolerance\": -1}"),
            "plan.json:8: check \"a\": a tolerance cannot be negative");
}

TEST(PlanChecks, AreBlamedOnTheFileThatHoldsTheFault) {
  const LocatedJson base = ParseLocated(PlanText{}.Text(), "base.json");
  const LocatedJson changes =
      ParseLocated("{\"checks\": [\n{\"id\": \"rows\",\n\"tolerance\": true}]}", "plan.json");
  try {
    ReadPlan(Extended(base, changes), Gates(), Stages(), {});
    FAIL() << "accepted";
  } catch (const PlanError& error) {
    EXPECT_STREQ(error.what(), "plan.json:3: \"tolerance\" must be integer, not a boolean");
  }
}

TEST(PlanReader, ReadsStagesWithTheirParameters) {
  PlanText plan;
  plan.more = R"(,
"stages": {"backfill": {"jobs": 4, "confirm": "COPY IT"}})";
  const Plan parsed = Parsed(plan);
  ASSERT_EQ(parsed.stages.size(), 1U);
  const Arguments& backfill = parsed.stages.at(Phase::kBackfill);
  EXPECT_EQ(backfill.Integer("jobs"), 4);
  EXPECT_EQ(backfill.Text("confirm"), "COPY IT");
  EXPECT_TRUE(backfill.Map("commands").empty());
}

TEST(PlanReader, RefusesAnUnknownStageWithASuggestion) {
  PlanText plan;
  plan.more = R"(,
"stages": {"backfil": {}})";
  EXPECT_EQ(Refusal(plan), "plan.json:8: stage \"backfil\" is unknown; did you mean \"backfill\"?");
}

TEST(PlanReader, RefusesAStageThatOnlyLooksAndHasNoCheck) {
  PlanText plan;
  plan.more = R"(,
"stages": {"finalize": {}})";
  EXPECT_EQ(Refusal(plan),
            "plan.json:8: stage \"finalize\" has no check to look with: give one the phase "
            "\"finalize\"");
}

}  // namespace
}  // namespace gonogo
