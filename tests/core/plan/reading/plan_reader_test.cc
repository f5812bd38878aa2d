// What a plan can contain, and the error message with its line for anything else.
#include "core/plan/reading/plan_reader.h"

#include <gtest/gtest.h>

#include "core/text/text.h"
#include "tests/core/plan/sample_plan.h"

namespace gonogo {
namespace {

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
       .more =
           R"(, "summary": "It moves.", "owner": "storage", "fixture": "fixtures/moving", "extends": "a.json")"});
  EXPECT_EQ(plan.file, "plan.json");
  EXPECT_EQ(plan.name, "moving");
  EXPECT_EQ(plan.summary, "It moves.");
  EXPECT_EQ(plan.fixture, "fixtures/moving");
  EXPECT_EQ(plan.checks.at(0).owner, "storage");
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

TEST(PlanReader, ReadsTheWindowInUtc) {
  const Plan plan = Parsed(
      {.more = R"(, "window": {"from": "2026-02-21T23:00+01:00", "until": "2026-02-22T01:00Z"})"});
  ASSERT_TRUE(plan.window);
  EXPECT_EQ(plan.window->from, "2026-02-21T22:00:00.000Z");
  EXPECT_EQ(plan.window->until, "2026-02-22T01:00:00.000Z");
}

TEST(PlanReader, HasNoWindowWhileNeitherVariableIsSet) {
  const std::string text = PlanText{.more = R"(, "window": {"from": {"env": "FROM", "default": ""},
                                       "until": {"env": "UNTIL", "default": ""}})"}
                               .Text();
  EXPECT_FALSE(ParsedText(text).window);
  EXPECT_TRUE(
      ParsedText(text, {{"FROM", "2026-02-21T22:00Z"}, {"UNTIL", "2026-02-22T01:00Z"}}).window);
  EXPECT_NE(ErrorMessageOfText(text, {{"FROM", "2026-02-21T22:00Z"}})
                .find("\"until\" must be a time with its zone"),
            std::string::npos);
}

TEST(PlanReader, RefusesAWindowThatIsNone) {
  const auto message = [](const std::string& from, const std::string& until) {
    return ErrorMessage(
        {.more = R"(, "window": {"from": ")" + from + R"(", "until": ")" + until + "\"}"});
  };
  EXPECT_NE(message("2026-02-21T23:00", "2026-02-22T01:00Z")
                .find("\"from\" must be a time with its zone, like 2026-02-21T22:00Z"),
            std::string::npos);
  EXPECT_NE(message("2026-02-22T01:00Z", "2026-02-22T02:00+01:00")
                .find("the window ends before it begins"),
            std::string::npos);
}

TEST(PlanReader, FillsInDefaults) {
  const Plan plan =
      ParsedText(R"({"gonogo": 1, "name": "m", "connections": {"source": {"url": {"env": "S"}},
          "target": {"url": {"env": "T"}}}, "checks": [{"id": "n", "gate": "names"}]})");
  EXPECT_EQ(plan.limits.statement_timeout, std::chrono::minutes(5));
  EXPECT_EQ(plan.limits.lock_timeout, std::chrono::seconds(5));
  EXPECT_EQ(plan.limits.connect_timeout, std::chrono::seconds(10));
  EXPECT_EQ(plan.summary + plan.fixture + plan.checks.at(0).owner, "");
  EXPECT_FALSE(plan.window);
  EXPECT_TRUE(plan.relations.empty());
  EXPECT_EQ(plan.checks.at(0).severity, Severity::kRequired);
  EXPECT_EQ(Join(PhaseNames(plan.checks.at(0).phases), ","), "gate");
}

TEST(PlanReader, RefusesANameThatIsNoFolders) {
  const auto error = [](const std::string& name) -> std::string {
    try {
      ParsedText(R"({"gonogo": 1, "connections": {}, "checks": [], "name": )" + Json(name).dump() +
                 "}");
    } catch (const PlanError& thrown) {
      return thrown.what();
    }
    return "";
  };
  for (const std::string name : {"../x", "..", ".", "a/b", "/etc", "\x1b[31m", "a\nb", ""}) {
    EXPECT_NE(error(name).find("\"name\" must be a name for a folder"), std::string::npos) << name;
  }
  for (const std::string name : {"shop", "..x", "öl 2026", "a.b"}) {
    EXPECT_EQ(error(name).find("folder"), std::string::npos) << name;
  }
}

TEST(PlanReader, RefusesNumbersThatOverflow) {
  const auto error = [](const std::string& limits) -> std::string {
    try {
      Parsed({.limits = limits});
    } catch (const PlanError& thrown) {
      return thrown.what();
    }
    return "";
  };
  EXPECT_EQ(error(R"({"statement_timeout_ms": 1000000000, "connect_timeout_s": 100000000})"), "");
  EXPECT_NE(error(R"({"statement_timeout_ms": 1073741824})").find("must be at most 1000000000"),
            std::string::npos);
  EXPECT_NE(error(R"({"lock_timeout_ms": 2147483648})").find("must be at most 1000000000"),
            std::string::npos);
  EXPECT_NE(error(R"({"connect_timeout_s": 9223372036854775807})").find("must be at most"),
            std::string::npos);
}

TEST(PlanReader, ReadsParametersFromTheEnvironment) {
  const std::string text = PlanText{.checks = R"([{"id": "rows", "gate": "row_count",
                              "tolerance": {"env": "TOLERANCE", "default": 1}}])"}
                               .Text();
  EXPECT_EQ(ParsedText(text).checks.at(0).arguments.Integer("tolerance"), 1);
  EXPECT_EQ(ParsedText(text, {{"TOLERANCE", "2"}}).checks.at(0).arguments.Integer("tolerance"), 2);
  EXPECT_EQ(
      ErrorMessageOfText(text, {{"TOLERANCE", "two"}}),
      "plan.json:8: the environment variable TOLERANCE isn't valid for \"tolerance\": must be integer");
}

TEST(PlanReader, RejectsAnotherFormat) {
  EXPECT_EQ(ErrorMessage({.format = "2"}), "plan.json:2: this gonogo reads plan format 1");
  EXPECT_EQ(ErrorMessage({.format = "1.0"}),
            "plan.json:2: \"gonogo\" must be integer, not a number");
}

TEST(PlanReader, RejectsADocumentThatIsNotAnObject) {
  EXPECT_EQ(ErrorMessageOfText("[]"), "plan.json:1: must be an object");
}

TEST(PlanReader, RejectsAMissingName) {
  EXPECT_EQ(ErrorMessageOfText("{\"gonogo\": 1}"),
            "plan.json:1: \"name\" is missing: text, the migration's name");
}

TEST(PlanReader, RejectsAnUnknownKey) {
  EXPECT_EQ(ErrorMessage({.more = ",\n\"conections\": {}"}),
            "plan.json:8: key \"conections\" is unknown; did you mean \"connections\"?");
  EXPECT_EQ(ErrorMessage({.limits = R"({"statement_timeout": 5})"}),
            "plan.json:6: key \"statement_timeout\" is unknown; did you mean "
            "\"statement_timeout_ms\"?");
  EXPECT_EQ(ErrorMessage({.relations = R"([{"source": "a", "kay": []}])"}),
            "plan.json:4: key \"kay\" is unknown; did you mean \"key\"?");
}

TEST(PlanReader, RejectsANegativeLimit) {
  EXPECT_EQ(ErrorMessage({.limits = R"({"lock_timeout_ms": -1})"}).substr(0, 13), "plan.json:6: ");
}

TEST(PlanConnections, MustBeGiven) {
  EXPECT_EQ(ErrorMessageOfText("{\"gonogo\": 1,\n\"name\": \"m\"}"),
            "plan.json:1: \"connections\" is missing: source and target");
  EXPECT_EQ(ErrorMessage({.connections = "[]"}), "plan.json:3: must be an object");
}

TEST(PlanConnections, MustHaveBothSides) {
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {"url": {"env": "SRC"}}})"}),
            "plan.json:3: \"target\" is missing");
  EXPECT_EQ(ErrorMessage({.connections = R"({"target": {"url": {"env": "TGT"}}})"}),
            "plan.json:3: \"source\" is missing; a migration inside one database needs a "
            "\"baseline\" instead");
}

TEST(PlanConnections, CannotContainAPassword) {
  const std::string error =
      "plan.json:3: a URL may contain a password: give {\"env\": NAME} or \"service=NAME\" instead";
  for (const char* url : {"postgresql://u:s3cret@h/d", "host=h dbname=d password=s3cret"}) {
    EXPECT_EQ(ErrorMessage({.connections = std::string(R"({"source": {"url": ")") + url + "\"}}"}),
              error);
  }
}

TEST(PlanConnections, AreVariablesOrServices) {
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": "SRC"})"}),
            "plan.json:3: must be an object: {\"url\": {\"env\": \"SRC_DB_URL\"}}");
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {}})"}),
            "plan.json:3: \"url\" must be {\"env\": NAME} or \"service=NAME\"");
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {"url": 5}})"}),
            "plan.json:3: \"url\" must be {\"env\": NAME} or \"service=NAME\"");
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {"uri": {"env": "SRC"}}})"}),
            "plan.json:3: key \"uri\" is unknown; did you mean \"url\"?");
  EXPECT_EQ(ErrorMessage(
                {.connections = "{\"source\": {\"url\": {\"env\": \"SRC\",\n\"default\": \"\"}}}"}),
            "plan.json:4: key \"default\" is unknown; known: env");
}

std::string PinError(const std::string& pin) {
  return ErrorMessage({.connections = R"({"source": {"url": "service=a", "pin": )" + pin + "}}"});
}

TEST(PlanConnections, PinTheirDatabases) {
  const Plan plan = Parsed({.connections = R"({"source": {"url": {"env": "SRC"},
          "pin": {"system_identifier": "7", "database": "shop", "database_oid": "16384",
                  "host": "db", "role": "reader", "minimum_version": 13, "maximum_version": 18,
                  "marker": {"query": "SELECT 1", "equals": "1"}}},
          "target": {"url": "service=new"}})"});
  EXPECT_EQ(plan.connections.at("source").pin, (Pin{.system_identifier = "7",
                                                    .database = "shop",
                                                    .database_oid = "16384",
                                                    .host = "db",
                                                    .role = "reader",
                                                    .minimum_version = 13,
                                                    .maximum_version = 18,
                                                    .marker_query = "SELECT 1",
                                                    .marker_value = "1"}));
  EXPECT_TRUE(plan.connections.at("target").pin.empty());
}

TEST(PlanConnections, SayWhoseServerASideIs) {
  const Plan plan = Parsed({.connections = R"({"source": {"url": "service=a", "provider": "none"},
          "target": {"url": "service=b", "provider": "supabase"}})"});
  EXPECT_EQ(plan.connections.at("source").provider, "none");
  EXPECT_EQ(plan.connections.at("target").provider, "supabase");
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {"url": "service=a"},
      "pooler": {"url": "service=p", "provider": "rds"}})"}),
            "plan.json:4: only the source and the target have a provider");
  const std::string unknown =
      ErrorMessage({.connections = R"({"source": {"url": "service=a", "provider": "supabse"}})"});
  EXPECT_NE(unknown.find("supabase"), std::string::npos) << unknown;
}

TEST(PlanConnections, RefuseAPinThatPinsNothing) {
  EXPECT_EQ(PinError("{}"), "plan.json:3: a pin needs at least one key that isn't empty");
  EXPECT_EQ(PinError(R"({"database": ""})"),
            "plan.json:3: a pin needs at least one key that isn't empty");
  EXPECT_EQ(PinError(R"({"databas": "a"})"),
            "plan.json:3: key \"databas\" is unknown; did you mean \"database\"?");
  EXPECT_EQ(PinError(R"({"marker": {"query": "SELECT 1"}})"),
            "plan.json:3: \"equals\" is missing: text, its value");
  EXPECT_EQ(ErrorMessage({.connections = R"({"source": {"url": "service=a"},
      "pooler": {"url": "service=p", "pin": {"database": "a"}}})"}),
            "plan.json:4: only the source and the target can be pinned");
  EXPECT_NE(PinError(R"({"database": {"env": "NAME"}})"), "");
}

TEST(PlanRelations, AreGivenOnlyOnce) {
  EXPECT_EQ(ErrorMessage({.relations = "[{\"source\": \"a\"},\n{\"source\": \"b\"},\n"
                                       "{\"source\": \"a\", \"target\": \"c\"}]"}),
            "plan.json:6: relation a is given twice");
}

TEST(PlanRelations, MustHaveASource) {
  EXPECT_EQ(ErrorMessage({.relations = R"([{"target": "a"}])"}),
            "plan.json:4: \"source\" is missing: text, schema.table");
}

TEST(PlanRelations, AreFoundByTheirSource) {
  EXPECT_THROW(Parsed(PlanText{}).RelationNamed("public.user"), std::out_of_range);
}

TEST(PlanExclusions, NeedAReason) {
  EXPECT_EQ(ErrorMessage({.exclude = R"([{"relation": "a"}])"}),
            "plan.json:5: \"reason\" is missing: text, why it is excluded");
  EXPECT_EQ(ErrorMessage({.exclude = "[{\"relation\": \"a\", \"reason\": \"r\"},\n"
                                     "{\"relation\": \"b\", \"reason\": \" \\n\"}]"}),
            "plan.json:6: an exclusion needs a reason");
}

std::string ErrorMessageOfWaiver(const std::string& waiver) {
  return ErrorMessage({.more = ",\n\"waivers\": [" + waiver + "]"});
}

TEST(PlanWaivers, AreReadInFull) {
  const Plan plan = Parsed({.more = R"(, "waivers": [{"check": "rows", "subject": "public.*",
      "finding": "*9 rows*", "reason": "rebuilt", "owner": "the team", "until": "2001-01-01"}])"});
  ASSERT_EQ(plan.waivers.size(), 1);
  const Waiver waiver{.check = "rows",
                      .subject = "public.*",
                      .reason = "rebuilt",
                      .owner = "the team",
                      .until = "2001-01-01",
                      .finding = "*9 rows*"};
  EXPECT_EQ(plan.waivers[0], waiver);
}

TEST(PlanWaivers, NeedFindingsAReasonAnOwnerAndADate) {
  const std::string which = R"({"check": "rows", "subject": "public.users", "finding": "*", )";
  EXPECT_EQ(ErrorMessageOfWaiver(which + R"("owner": "o", "until": "2027-01-01"})"),
            "plan.json:8: \"reason\" is missing: text, why it is accepted");
  EXPECT_EQ(
      ErrorMessageOfWaiver(R"({"check": "rows", "subject": "a", "reason": "r", "owner": "o"})"),
      "plan.json:8: \"finding\" is missing: text, which findings, as a pattern with * for "
      "\"SUBJECT: have X, want Y\"; * alone accepts all, also later ones");
  EXPECT_EQ(ErrorMessageOfWaiver(
                R"({"check": "rows", "subject": "public.users", "finding": "", "reason": "r",)"
                R"( "owner": "o", "until": "2027-01-01"})"),
            "plan.json:8: \"finding\" of the waiver is empty");
  EXPECT_EQ(ErrorMessageOfWaiver(which + R"("reason": "r", "until": "2027-01-01"})"),
            "plan.json:8: \"owner\" is missing: text, who is responsible for it");
  EXPECT_EQ(ErrorMessageOfWaiver(which + R"("reason": " ", "owner": "o", "until": "2027-01-01"})"),
            "plan.json:8: \"reason\" of the waiver is empty");
  EXPECT_EQ(ErrorMessageOfWaiver(which + R"("reason": "r", "owner": "o", "until": "2027-02-29"})"),
            "plan.json:8: \"until\" of the waiver must be a date (YYYY-MM-DD), not \"2027-02-29\"");
  EXPECT_EQ(ErrorMessageOfWaiver(which + R"("reason": "r", "owner": "o", "until": "soon"})"),
            "plan.json:8: \"until\" of the waiver must be a date (YYYY-MM-DD), not \"soon\"");
}

TEST(PlanWaivers, MustMatchACaseOfThePlan) {
  const std::string rest =
      R"(, "finding": "*", "reason": "r", "owner": "o", "until": "2027-01-01"})";
  EXPECT_EQ(ErrorMessageOfWaiver(R"({"check": "row", "subject": "*")" + rest),
            "plan.json:8: the plan has no check \"row\"; did you mean \"rows\"?");
  EXPECT_EQ(ErrorMessageOfWaiver(R"({"check": "rows", "subject": "public.user")" + rest),
            "plan.json:8: check \"rows\" has no subject \"public.user\"; did you mean "
            "\"public.users\"?");
}

}  // namespace
}  // namespace gonogo
