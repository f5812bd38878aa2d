// gonogo plan discover writes a plan that is GO on a faithful copy, and has only errors for a role
// without privileges. gonogo plan drift reports what changed since.
#include <gtest/gtest.h>

#include <fstream>

#include "core/json/json.h"
#include "fixtures/system/text_file.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kShop = R"(
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE users (id bigserial PRIMARY KEY, mood mood DEFAULT 'calm');
CREATE TABLE orders (id int PRIMARY KEY, user_id bigint REFERENCES users);
CREATE TABLE "Odd ""Name" (word text);
CREATE VIEW moods AS SELECT mood, count(*) FROM users GROUP BY mood;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
INSERT INTO users (mood) VALUES ('calm'), ('wild');
INSERT INTO orders VALUES (1, 1), (2, 2);
)";

class Discover : public testing::Test {
 protected:
  std::string Plan(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"plan", "discover", "--source", databases_.SourceUrl()};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult written = RunGonogo(words);
    EXPECT_EQ(written.status, 0) << written.output;
    // Before the plan stands what gonogo says on standard error.
    return scratch_.File("plan.json", written.output.substr(written.output.find("// The tables")));
  }

  ProcessResult Run(const std::string& plan, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"run",      "gate",
                                      "--plan",   plan,
                                      "--out",    scratch_.Path("out"),
                                      "--source", databases_.SourceUrl(),
                                      "--target", databases_.TargetUrl()};
    words.insert(words.end(), more.begin(), more.end());
    return RunGonogo(words);
  }

  // The status of each case of the last run, by name.
  std::map<std::string, std::string> Statuses() {
    std::map<std::string, std::string> statuses;
    std::ifstream lines(scratch_.Path("out") + "/evidence.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const Json one = ParseJson(line);
      if (one.value("type", "") != "case") continue;
      statuses[one.at("check").get<std::string>() + "." + one.at("subject").get<std::string>()] =
          one.at("status");
    }
    return statuses;
  }

  Scratch scratch_;
  BothDatabases databases_{"discovered"};
};

TEST_F(Discover, WritesAPlanThatIsGoOnAFaithfulCopy) {
  databases_.OnBoth(kShop + std::string("CREATE SCHEMA ext;"));
  databases_.OnBoth("ALTER DATABASE discovered SET search_path = \"$user\", public, ext");
  Execute(TestPair().source, "discovered",
          "CREATE EXTENSION citext SCHEMA public; ALTER TABLE users ADD nick public.citext");
  Execute(TestPair().target, "discovered",
          "CREATE EXTENSION citext SCHEMA ext; ALTER TABLE users ADD nick ext.citext");
  const std::string plan = Plan({"--target", databases_.TargetUrl(), "--name", "shop"});
  const ProcessResult lint = RunGonogo({"plan", "lint", "--plan", plan});
  EXPECT_NE(lint.output.find("shop, 3 relations"), std::string::npos) << lint.output;
  const ProcessResult run = Run(plan);
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_EQ(run.output.find("(advisory)"), std::string::npos) << run.output;
}

TEST_F(Discover, SupportsARenamedSchema) {
  databases_.OnBoth(std::string(kShop));
  Execute(TestPair().target, "discovered",
          "ALTER SCHEMA public RENAME TO issuer; CREATE SCHEMA public;");
  const ProcessResult run =
      Run(Plan({"--map", "public=issuer"}),
          {"--check", "columns", "--check", "functions", "--check", "views", "--check", "types",
           "--check", "row_checksum", "--check", "sequences", "--check", "constraints"});
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST_F(Discover, SaysWhatTheTargetLacks) {
  databases_.OnBoth(kShop);
  databases_.OnTarget("DROP TABLE orders");
  databases_.OnSource("CREATE ROLE seller; GRANT SELECT ON users TO seller");
  const ProcessResult written = RunGonogo(
      {"plan", "discover", "--source", databases_.SourceUrl(), "--target", databases_.TargetUrl()});
  databases_.OnSource("DROP OWNED BY seller; DROP ROLE seller");
  EXPECT_EQ(written.status, 0);
  EXPECT_TRUE(OutputHas(written,
                        "role gonogo, a superuser\n"
                        "gonogo: tables: the target lacks 1 table of the plan: "
                        "public.orders\n"
                        "gonogo: roles: create on the target first: seller\n"
                        "gonogo: stages: none, because the target has tables\n"))
      << written.output;
}

// The login that owns the target's database replaces whoever owns the source's.
TEST_F(Discover, LeavesTheTargetsOwnLoginOut) {
  databases_.OnSource(kShop);
  databases_.OnSource("CREATE ROLE founder; ALTER DATABASE discovered OWNER TO founder");
  databases_.OnTarget(
      "CREATE ROLE mover LOGIN PASSWORD 'made-up-Pa55word'; ALTER DATABASE discovered OWNER TO mover");
  ConnectionString mover = ParseEndpoint(databases_.TargetUrl(), "TGT_DB_URL");
  mover.options["user"] = "mover";
  mover.options["password"] = "made-up-Pa55word";
  const ProcessResult written = RunGonogo(
      {"plan", "discover", "--source", databases_.SourceUrl(), "--target", mover.ForLibpq()});
  databases_.OnTarget("ALTER DATABASE discovered OWNER TO gonogo; DROP ROLE mover");
  databases_.OnSource("ALTER DATABASE discovered OWNER TO gonogo; DROP ROLE founder");
  EXPECT_EQ(written.status, 0) << written.output;
  EXPECT_TRUE(OutputHas(written, "\"gate\": \"roles\", \"except\": [\"founder\", \"mover\"]}"))
      << written.output;
  EXPECT_TRUE(OutputHas(written, "\"roles\": {\"founder\": \"mover\", \"gonogo\": \"mover\"}}"))
      << written.output;
}

TEST_F(Discover, ReportsAnExtensionInAnotherSchemaAndDoesNotAcceptIt) {
  databases_.OnSource("CREATE EXTENSION citext");
  databases_.OnTarget("CREATE SCHEMA tenant; CREATE EXTENSION citext SCHEMA tenant");
  const ProcessResult written = RunGonogo(
      {"plan", "discover", "--source", databases_.SourceUrl(), "--target", databases_.TargetUrl()});
  EXPECT_TRUE(OutputHas(written, "the target has citext in tenant, the source elsewhere"))
      << written.output;
  EXPECT_FALSE(OutputHas(written, "\n  \"extensions\": ")) << written.output;
}

TEST_F(Discover, ComparesRowsOfExtensionsIfADumpTakesThemAlong) {
  databases_.OnBoth("CREATE EXTENSION lo; CREATE TABLE policies (id int)");
  const std::string check = "\"gate\": \"extension_rows\"";
  EXPECT_EQ(ReadTextFile(Plan()).find(check), std::string::npos);
  databases_.OnBoth(
      "UPDATE pg_extension SET extconfig = ARRAY['policies'::regclass::oid], extcondition = '{\"\"}' "
      "WHERE extname = 'lo'; ALTER EXTENSION lo ADD TABLE policies");
  EXPECT_NE(ReadTextFile(Plan()).find(check), std::string::npos);
}

TEST_F(Discover, RefusesUnknownSchemas) {
  databases_.OnBoth(kShop);
  const auto refused = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"plan", "discover", "--source", databases_.SourceUrl()};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult finished = RunGonogo(words);
    EXPECT_EQ(finished.status, 2) << finished.output;
    return finished.output;
  };
  EXPECT_EQ(refused({"--schema", "publik"}),
            "gonogo: the source has no schema \"publik\"; did you mean \"public\"?\n");
  EXPECT_EQ(refused({"--map", "public"}),
            "gonogo: --map public: want SOURCE_SCHEMA=TARGET_SCHEMA\n");
}

TEST_F(Discover, ReportsDrift) {
  databases_.OnBoth(kShop);
  const std::string plan = Plan();
  const std::vector<std::string> ask = {"plan", "drift",    "--plan",
                                        plan,   "--source", databases_.SourceUrl()};
  EXPECT_EQ(RunGonogo(ask).status, 0);
  Execute(TestPair().source, "discovered",
          "CREATE TABLE late (id int PRIMARY KEY); DROP TABLE orders;"
          "ALTER TABLE users DROP CONSTRAINT users_pkey; SELECT lo_create(0);"
          "ALTER TABLE \"Odd \"\"Name\" ADD more int, DROP word; CREATE SEQUENCE invoices;"
          "CREATE TYPE size AS ENUM ('s', 'l'); DROP FUNCTION f(); CREATE PUBLICATION app;"
          "CREATE FUNCTION g(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1'; DROP VIEW moods;"
          "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS n;");
  const ProcessResult drift = RunGonogo(ask);
  EXPECT_EQ(drift.status, 1);
  EXPECT_EQ(drift.output,
            "column public.\"Odd \"\"Name\".more: the source has a column, the plan has nothing\n"
            "column public.\"Odd \"\"Name\".word: the source has no such column, the plan has one\n"
            "public.late: the source has a table, key id, the plan has nothing\n"
            "public.users: the source has no key, the plan has key id\n"
            "public.orders: the source has no such table, the plan has a relation\n"
            "function public.g(integer, text): the source has a function, the plan has nothing\n"
            "function public.f(): the source has no such function, the plan has one\n"
            "materialized view public.kept: the source has a materialized view, the plan has "
            "nothing\n"
            "publication app: the source has a publication, the plan has nothing\n"
            "sequence public.invoices: the source has a sequence, the plan has nothing\n"
            "type public.size: the source has a type, the plan has nothing\n"
            "view public.moods: the source has no such view, the plan has one\n"
            "gate publications: the source has objects for it, the plan has no check\n"
            "gate materialized_views: the source has objects for it, the plan has no check\n"
            "gate large_objects: the source has objects for it, the plan has no check\n");
}

TEST_F(Discover, ReportsEveryKindOfObjectThatIsNew) {
  databases_.OnBoth(
      "CREATE TABLE events (id int, PRIMARY KEY (id)) PARTITION BY RANGE (id);"
      "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);");
  const std::string plan = Plan();
  const std::vector<std::string> ask = {"plan", "drift",    "--plan",
                                        plan,   "--source", databases_.SourceUrl()};
  EXPECT_EQ(RunGonogo(ask).status, 0);
  Execute(TestPair().source, "discovered",
          "CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (2) TO (3);"
          "DROP TABLE events_1; CREATE SCHEMA nothing_yet; CREATE EXTENSION citext;"
          "CREATE SCHEMA app; CREATE TYPE app.size AS ENUM ('s'); SELECT lo_create(0);"
          "CREATE FUNCTION app.same(int, int) RETURNS bool LANGUAGE sql AS 'SELECT $1 = $2';"
          "CREATE FUNCTION app.size(int) RETURNS app.size LANGUAGE sql AS 'SELECT ''s''::app.size';"
          "CREATE OPERATOR app.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = app.same);"
          "CREATE OPERATOR FAMILY app.sizes USING btree; CREATE COLLATION app.c FROM \"C\";"
          "CREATE CAST (int AS app.size) WITH FUNCTION app.size(int);"
          "CREATE TEXT SEARCH CONFIGURATION app.words (COPY = simple);"
          "CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = simple);"
          "CREATE CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"
          "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;"
          "CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;"
          "CREATE LANGUAGE sql_too HANDLER plpgsql_call_handler;"
          "CREATE FUNCTION app.tell() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
          "CREATE EVENT TRIGGER telling ON ddl_command_end EXECUTE FUNCTION app.tell();");
  const ProcessResult drift = RunGonogo(ask);
  EXPECT_EQ(drift.status, 1);
  for (const std::string& line : std::vector<std::string>{
           "access method heap_too", "cast (integer AS app.size)", "collation app.c",
           "conversion app.latin", "event trigger telling", "extension citext",
           "foreign server there", "foreign-data wrapper far",
           "function app.same(integer, integer)", "gate large_objects", "language sql_too",
           "operator app.===(integer,integer)", "operator family app.sizes USING btree",
           "partition public.events_2", "schema app", "schema nothing_yet",
           "text search configuration app.words", "text search dictionary app.stems",
           "type app.size"}) {
    EXPECT_NE(drift.output.find(line + ": the source has "), std::string::npos) << line << "\n"
                                                                                << drift.output;
  }
  EXPECT_NE(drift.output.find("partition public.events_1: the source has no such partition"),
            std::string::npos)
      << drift.output;
  EXPECT_EQ(drift.output.find("citext("), std::string::npos) << drift.output;
}

TEST_F(Discover, WorksWithoutTables) {
  const std::string views =
      "CREATE VIEW today AS SELECT CURRENT_DATE AS day; "
      "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS n; CREATE SEQUENCE invoices";
  databases_.OnBoth(views);
  const std::string plan = Plan();
  const ProcessResult run = Run(plan);
  EXPECT_EQ(run.status, 0) << run.output;
  Execute(TestPair().target, "discovered", "DROP VIEW today");
  const ProcessResult again =
      RunGonogo({"run", "gate", "--plan", plan, "--out", scratch_.Path("again"), "--source",
                 databases_.SourceUrl(), "--target", databases_.TargetUrl()});
  EXPECT_EQ(again.status, 1) << again.output;
}

// Bytes that aren't UTF-8 can't stand in a plan.
TEST_F(Discover, LeavesOutNamesThatItCannotReadOfAnAsciiDatabase) {
  ExecuteAsAdmin(TestPair().source,
                 "CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
  Execute(TestPair().source, "ascii",
          "CREATE TABLE good (id int PRIMARY KEY, name text DEFAULT E'caf\\xe8');"
          "INSERT INTO good VALUES (1, E'Latin \\xe8');"
          "DO $$ BEGIN EXECUTE E'CREATE TABLE \"t\\xe8\" (id int)';"
          "EXECUTE E'CREATE TABLE columns (\"c\\xe8\" int)';"
          "EXECUTE E'CREATE TABLE refers (id int REFERENCES good)';"
          "EXECUTE E'CREATE SCHEMA \"s\\xe8\"'; EXECUTE E'CREATE SEQUENCE \"s\\xe8\".x'; END $$");
  const std::string url = UrlOf(TestPair().source, "ascii");
  const ProcessResult written = RunGonogo({"plan", "discover", "--source", url});
  EXPECT_EQ(written.status, 0) << written.output;
  EXPECT_NE(
      written.output.find("gonogo: warning: the plan leaves out 4 objects of the source, whose "
                          "encoding is SQL_ASCII"),
      std::string::npos)
      << written.output;
  const std::string plan =
      scratch_.File("plan.json", written.output.substr(written.output.find("// The tables")));
  EXPECT_NE(RunGonogo({"plan", "lint", "--plan", plan}).output.find("ascii, 2 relations"),
            std::string::npos);
  const ProcessResult run = RunGonogo({"run", "gate", "--plan", plan, "--check", "text_encoding",
                                       "--check", "columns", "--out", scratch_.Path("out"),
                                       "--source", url, "--target", databases_.TargetUrl()});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_NE(run.output.find("source: public.good.name: have 1 row that isn't valid UTF-8"),
            std::string::npos)
      << run.output;
  EXPECT_NE(run.output.find("can hold names, definitions and rows that aren't UTF-8"),
            std::string::npos)
      << run.output;
  ExecuteAsAdmin(TestPair().source, "DROP DATABASE ascii WITH (FORCE)");
}

TEST_F(Discover, WorksWithTheRoleOfTheGrantsScript) {
  databases_.OnBoth(kShop);
  for (const std::string& url : {databases_.SourceUrl(), databases_.TargetUrl()}) {
    const ProcessResult made =
        RunCommand({.words = {"psql", "-Xq", "--dbname=" + url, "--set=role=looker",
                              "--file=" GONOGO_SOURCE_DIR "/sql/grants/gonogo.sql"}});
    ASSERT_EQ(made.status, 0) << made.output;
  }
  databases_.OnBoth("ALTER DATABASE discovered SET role = looker");
  const ProcessResult preflight = Run(Plan(), {"preflight"});
  EXPECT_EQ(preflight.status, 0) << preflight.output;
  EXPECT_EQ(Statuses()["least_privilege.source"], "PASS");
  databases_.OnBoth(
      "SET ROLE NONE; ALTER DATABASE discovered RESET role; DROP OWNED BY looker; DROP ROLE "
      "looker");
}

TEST_F(Discover, LeavesOutOptionsOfUserMappingsThatItCannotSee) {
  databases_.OnSource(std::string(kShop) +
                      "CREATE ROLE bystander; CREATE FOREIGN DATA WRAPPER w;"
                      "CREATE SERVER s FOREIGN DATA WRAPPER w;"
                      "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'app')");
  const std::vector<std::string> discover = {"plan", "discover", "--source",
                                             databases_.SourceUrl()};
  EXPECT_FALSE(OutputHas(RunGonogo(discover), "mapping_options"));
  databases_.OnSource("ALTER DATABASE discovered SET role = bystander");
  const ProcessResult written = RunGonogo(discover);
  EXPECT_TRUE(OutputHas(written, R"("gate": "foreign_servers", "mapping_options": false})"))
      << written.output;
  EXPECT_TRUE(OutputHas(written, "can't see the options of all user mappings, so the plan"))
      << written.output;
  databases_.OnSource("SET ROLE NONE; ALTER DATABASE discovered RESET role; DROP ROLE bystander");
}

TEST_F(Discover, PassesNothingForARoleWithoutPrivileges) {
  databases_.OnBoth(kShop);
  const std::string plan = Plan();
  databases_.OnBoth("CREATE ROLE nobody; ALTER DATABASE discovered SET role = nobody");
  const ProcessResult run =
      RunGonogo({"run", "all", "--plan", plan, "--out", scratch_.Path("out"), "--source",
                 databases_.SourceUrl(), "--target", databases_.TargetUrl()});
  EXPECT_EQ(run.status, 3) << run.output;
  const auto statuses = Statuses();
  EXPECT_GT(statuses.size(), 60U);
  for (const auto& [name, status] : statuses) {
    const bool is_after_fence = name.starts_with("row_c");  // which is an error, too
    EXPECT_EQ(status, is_after_fence ? "NOT RUN" : "ERROR") << name;
  }
  databases_.OnBoth("SET ROLE NONE; ALTER DATABASE discovered RESET role; DROP ROLE nobody");
}

}  // namespace
}  // namespace gonogo::testing_support
