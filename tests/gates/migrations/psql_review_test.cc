// Tests how a review reads what psql or a migration tool replaces: commands, data, placeholders.
#include <gtest/gtest.h>

#include "gates/migrations/review/review.h"

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

FileReview ReviewOf(const std::string& sql, const std::string& tool = "") {
  SchemaState schema;
  return ReviewFile({"1.sql", sql}, schema, tool);
}

// Returns line, rule and problem of each violation.
Texts In(const std::string& sql, const std::string& tool = "") {
  Texts found;
  for (const Violation& violation : ReviewOf(sql, tool).violations) {
    found.push_back(std::to_string(violation.line) + " " + violation.rule + ": " +
                    violation.problem);
  }
  return found;
}

const Texts kDropped = {"2 destructive: drops table a"};

TEST(PsqlScript, TakesOnlyTheLineOfACommand) {
  for (const std::string line :
       {"\\set x 'it''s' 1", "\\set x it's", "\\echo DROP TABLE b;", "\\restrict aBc",
        "\\connect d", "\\if :x", "\\copy b to 'f' csv", "\\c - - - 5432", "\\r\restrict a"}) {
    EXPECT_EQ(In(line + "\nDROP TABLE a;"), kDropped) << line;
  }
  EXPECT_EQ(In("\\set x 1 \\\\ DROP TABLE b;\nDROP TABLE a;"),
            (Texts{"1 destructive: drops table b", "2 destructive: drops table a"}));
  EXPECT_EQ(In("SELECT 1 \\gset\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("SELECT 1 \\; SELECT 2\\g\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("SELECT 1 \\g out.txt\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("DROP TABLE\n\\echo half\n a;"), (Texts{"1 destructive: drops table a"}));
}

TEST(PsqlScript, MayBeginWithAByteOrderMark) {
  EXPECT_EQ(In("\xEF\xBB\xBF\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("\xEF\xBB\xBF\\set x\nDROP TABLE a;"), kDropped);
}

TEST(PsqlScript, DoesntTakeBackslashesInQuotesForCommands) {
  EXPECT_EQ(In("SELECT E'\\'; \\\\';\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("SELECT '\\'; -- \\set\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("SELECT $x$ \\set $$ $x$;\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("/* \\set */ SELECT \"\\\";\nDROP TABLE a;"), kDropped);
}

TEST(PsqlScript, PassesOverDataUpToItsEnd) {
  const std::string data =
      "COPY public.b (c) FROM stdin;\nDROP TABLE x;\nit's; ( $$\n\\N\t\\\\.\n\\.\n";
  EXPECT_EQ(In(data + "DROP TABLE a;"), (Texts{"6 destructive: drops table a"}));
  EXPECT_EQ(ReviewOf(data).notes,
            Texts{"1.sql: for psql, not reviewed: 0 commands, 3 lines of data"});
  EXPECT_EQ(In("\\copy b from stdin csv\n'\n\\.\nDROP TABLE a;"),
            Texts{"4 destructive: drops table a"});
  EXPECT_EQ(In("COPY b FROM stdin;\n\\.\r\nDROP TABLE a;"), Texts{"3 destructive: drops table a"});
  // Without an end, what looks like data may be statements.
  EXPECT_EQ(In("COPY b FROM stdin;\nDROP TABLE a;"), kDropped);
  EXPECT_EQ(In("COPY b FROM '/f';\nDROP TABLE a;\n\\.\n"), kDropped);
}

TEST(PsqlScript, SplitsAsPsqlDoes) {
  const std::string body =
      "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true "
      "THEN 1 END; SELECT 2; END;";
  EXPECT_EQ(In(body + " FOO;\nDROP TABLE a;").size(), 2U);
  EXPECT_EQ(In("FOO;\nCREATE RULE r AS ON DELETE TO v DO INSTEAD (DELETE FROM b; SELECT 1);"),
            Texts{"1 syntax_error: syntax error at or near \"FOO\""});
}

TEST(PsqlScript, IsNotReviewedWhereItRunsWhatIsntInIt) {
  const std::string rule = "1 not_reviewed: ";
  const std::string end = ", which isn't in the text";
  const auto expect = [&](const std::string& command, const std::string& does) {
    EXPECT_EQ(In(command + "\nDROP TABLE a;"), (Texts{rule + does + end, kDropped.front()}));
  };
  expect("\\! rm -f x", "runs a program");
  expect("\\set x `rm -f x`", "runs a program");
  expect("\\set tail '; DROP TABLE t'", "sets a variable to a part of SQL");
  expect("\\set verb drop", "sets a variable to a part of SQL");
  expect("\\set verb 'dr\\157p'", "sets a variable to a part of SQL");
  expect("\\o | sh", "runs a program");
  expect("\\copy a from program 'x'", "runs a program");
  expect("SELECT 1 \\g |sh", "runs a program");
  expect("SELECT format('x') \\gexec", "runs what a query returns");
  expect("\\lo_unlink 1", "deletes a large object");
  expect("\\i other.sql", "runs the file other.sql");
  expect("\\ir more.sql", "runs the file more.sql");
  expect("\\i more.txt", "runs the file more.txt");
  EXPECT_EQ(In("\\set ON_ERROR_STOP on\n\\set name 'Dropped'\nSELECT 1;"), Texts{});
}

TEST(PsqlScript, MayRunAFileThatIsReviewedItself) {
  SchemaState schema;
  const MigrationFile file{"all.sql", "\\ir a.sql\n\\i sql/b.sql\n\\i c.sql"};
  const FileReview review = ReviewFile(file, schema, "", {"all.sql", "a.sql", "db/sql/b.sql"});
  ASSERT_EQ(review.violations.size(), 1U);
  EXPECT_EQ(review.violations.front().line, 3);
}

TEST(PsqlVariables, MayBeAnySqlIfAQueryFillsThem) {
  const auto filled = [](const std::string& by) {
    return "1 not_reviewed: " + by + ", and :x may be any SQL";
  };
  EXPECT_EQ(In("SELECT 'TRUE' AS x \\gset\nDELETE FROM a WHERE :x;"),
            Texts{filled("\\gset sets variables to what a query returns")});
  EXPECT_EQ(In("\\getenv x X\nDELETE FROM a WHERE b = 1 OR :x;"),
            Texts{filled("\\getenv sets a variable to what the environment has")});
  EXPECT_EQ(In("\\prompt x\nDELETE FROM a WHERE b = 1 OR :x;"),
            Texts{filled("\\prompt sets a variable to what somebody types")});
  EXPECT_EQ(In("SELECT current_database() AS x \\gset\nALTER DATABASE :\"x\" SET a.b = :'x';"),
            Texts{});
  EXPECT_EQ(In("SELECT true AS x \\gset\n\\if :x\nSELECT 1;\n\\endif"), Texts{});
}

TEST(PsqlBranches, HoldWholeStatements) {
  const auto chosen = [](int line) {
    return std::to_string(line) + " not_reviewed: lets \\if choose a part of a statement";
  };
  EXPECT_EQ(In("DELETE FROM a\n\\if :x\nWHERE b = 1\n\\endif\n;"), (Texts{chosen(2), chosen(4)}));
  EXPECT_EQ(In("-- why\n\\if :x\n/* why */\nSELECT 1;\n\\else\nDROP TABLE a;\n\\endif"),
            Texts{"6 destructive: drops table a"});
}

TEST(Placeholders, AreReadAsNames) {
  EXPECT_EQ(In("\nDROP TABLE ${schema}.a;"), Texts{"2 destructive: drops table ${schema}.a"});
  EXPECT_EQ(In("DROP TABLE ${prefix}_a, {{ schema }}.b;"),
            Texts{"1 destructive: drops table ${prefix}_a, {{ schema }}.b"});
  EXPECT_EQ(In("DROP TABLE :s.a;"), Texts{"1 destructive: drops table :s.a"});
  EXPECT_EQ(In("DROP TABLE :\"s\".a;"), Texts{"1 destructive: drops table s.a"});
  EXPECT_EQ(In("SELECT :{?x};"), Texts{});
  EXPECT_EQ(In("SELECT a::text, b[1:2], :'x', :x FROM ${t} WHERE c = :y LIMIT :n;"), Texts{});
  EXPECT_EQ(ReviewOf("CREATE TABLE ${flyway:defaultSchema}.a (id int);").notes,
            Texts{"1.sql: reviewed without the values of ${flyway:defaultSchema}"});
  EXPECT_EQ(In("DROP TABLE ${x} ${y} 1;"),
            (Texts{"1 syntax_error: syntax error at or near \"__y_\"",
                   "1 destructive: has DROP TABLE in text that can't be parsed"}));
  EXPECT_EQ(
      In("${grants};\nDROP TABLE a;"),
      (Texts{"1 not_reviewed: has a placeholder, which stands for statements that aren't known",
             "2 destructive: drops table a"}));
}

// The rules found in a file whose statements are these.
Texts RulesBy(const std::string& tool, const std::string& sql) {
  Texts rules;
  for (const Violation& violation : ReviewOf(sql, tool).violations) rules.push_back(violation.rule);
  return rules;
}

TEST(ToolTransactions, RefuseWhatNeedsNone) {
  const std::string alone = "CREATE INDEX CONCURRENTLY i ON a (b);";
  const std::string two = "ALTER TABLE a ADD b int; " + alone;
  const Texts found = {"in_transaction"};
  EXPECT_EQ(RulesBy("drizzle", alone), found);
  EXPECT_EQ(RulesBy("prisma", alone), Texts{});
  EXPECT_EQ(RulesBy("prisma", two), found);
  EXPECT_EQ(RulesBy("golang-migrate", two), found);
  EXPECT_EQ(RulesBy("flyway", alone + alone), Texts{});
  EXPECT_EQ(RulesBy("flyway", two), found);
  EXPECT_EQ(RulesBy("supabase", two), Texts{});
  EXPECT_EQ(RulesBy("", two), Texts{});
  const std::string changeset = "--liquibase formatted sql\n--changeset a:1";
  EXPECT_EQ(RulesBy("liquibase", changeset + "\n" + alone), found);
  EXPECT_EQ(RulesBy("liquibase", changeset + " runInTransaction:false\n" + alone), Texts{});
  EXPECT_EQ(RulesBy("liquibase",
                    changeset + " runInTransaction:false\nSELECT 1;\n--changeset a:2\n" + alone),
            found);
  for (const std::string statement :
       {"VACUUM a", "REINDEX SCHEMA CONCURRENTLY s", "CREATE DATABASE d",
        "DROP INDEX CONCURRENTLY i", "DISCARD ALL", "ALTER TABLE a DETACH PARTITION b CONCURRENTLY",
        "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p", "DROP SUBSCRIPTION s",
        "ALTER SUBSCRIPTION s REFRESH PUBLICATION", "CREATE TABLESPACE t LOCATION '/t'"}) {
    EXPECT_EQ(RulesBy("drizzle", statement), found) << statement;
  }
  EXPECT_EQ(RulesBy("drizzle", "ALTER SYSTEM SET work_mem = 1"),
            (Texts{"destructive", "in_transaction"}));
  for (const std::string statement :
       {"REFRESH MATERIALIZED VIEW CONCURRENTLY v", "ANALYZE a", "SELECT 1",
        "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p WITH (connect = false)",
        "ALTER TYPE t ADD VALUE 'v'"}) {
    EXPECT_EQ(RulesBy("drizzle", statement), Texts{}) << statement;
  }
  EXPECT_EQ(RulesBy("", "DO $$ BEGIN CREATE INDEX CONCURRENTLY i ON a (b); END $$"), found);
}

TEST(ToolTransactions, DecideTheAdviceForAPlainIndex) {
  const auto advice = [](const std::string& tool) {
    return ReviewOf("CREATE INDEX i ON a (b);", tool).violations.at(0).advice;
  };
  EXPECT_EQ(advice(""), "CREATE INDEX CONCURRENTLY");
  EXPECT_EQ(advice("prisma"), "CREATE INDEX CONCURRENTLY as the only statement of a migration");
  EXPECT_EQ(advice("drizzle"),
            "CREATE INDEX CONCURRENTLY by hand before the deployment, and with IF EXISTS or IF NOT "
            "EXISTS in the migration, because Drizzle runs migrations in a transaction");
}

TEST(MarkedParts, AreReviewedForwardOnly) {
  const std::pair<std::string, std::string> marks[] = {
      {"-- migrate:up", "-- migrate:down"}, {"-- +goose Up", "-- +goose Down"},
      {"-- +goose Up", "--  +GOOSE DOWN"},  {"-- +migrate Up", "-- +migrate Down"},
      {"-- // drops a", "-- //@UNDO"},      {"--// drops a", "--//@UNDO"}};
  for (const auto& [up, down] : marks) {
    const std::string sql = up + "\nDROP TABLE a;\n" + down + "\nDROP TABLE b;\n";
    EXPECT_EQ(In(sql), kDropped) << down;
    EXPECT_EQ(ReviewOf(sql).notes.front(), "1.sql: its part to go back isn't reviewed");
  }
  EXPECT_EQ(In("-- +goose Down\nDROP TABLE b;\n-- +goose Up\nDROP TABLE a;"),
            (Texts{"2 destructive: drops table b", "4 destructive: drops table a"}))
      << "goose refuses a file that begins with its part to go back";
  EXPECT_EQ(In("-- migrate down the road\nDROP TABLE a;"), kDropped);
  const std::string index = "\nCREATE INDEX CONCURRENTLY i ON a (b);";
  EXPECT_EQ(RulesBy("", "-- migrate:up" + index), Texts{"in_transaction"});
  EXPECT_EQ(RulesBy("", "-- migrate:up transaction:false" + index), Texts{});
  EXPECT_EQ(RulesBy("", "-- +goose Up" + index), Texts{"in_transaction"});
  EXPECT_EQ(RulesBy("", "-- +goose NO TRANSACTION\n-- +goose Up" + index), Texts{});
}

// The time_zone violation of a change of type, or "". `was` is the type before.
std::string TimeZoneOf(const std::string& was, const std::string& change) {
  SchemaState schema;
  if (!was.empty()) schema.SetType("public", "a", "b", was);
  for (const Violation& violation :
       ReviewFile({"1.sql", "ALTER TABLE a ALTER b TYPE " + change}, schema).violations) {
    if (violation.rule == "time_zone") return violation.problem;
  }
  return "";
}

TEST(TimeZone, IsWhatACastDependsOn) {
  const std::string how = " in the session's TimeZone: the values depend on who migrates";
  EXPECT_EQ(TimeZoneOf("timestamp", "timestamptz"),
            "converts a.b from timestamp to timestamptz" + how);
  EXPECT_EQ(TimeZoneOf("", "timestamp with time zone"), "converts a.b to timestamptz" + how);
  EXPECT_EQ(TimeZoneOf("timestamp", "timestamptz USING b::timestamptz"),
            "converts a.b from timestamp to timestamptz" + how);
  EXPECT_EQ(TimeZoneOf("timestamptz", "timestamp(3)"),
            "converts a.b from timestamptz to timestamp" + how);
  for (const auto& [was, change] : std::vector<std::pair<std::string, std::string>>{
           {"date", "timestamptz"},
           {"time", "timetz"},
           {"timestamptz", "date USING b::date"},
           {"timestamptz", "text"},
           {"text", "timestamptz USING b::timestamptz"},
           {"text", "timestamptz USING to_timestamp(b, 'YYYY')"},
           {"", "timestamp"}}) {
    EXPECT_NE(TimeZoneOf(was, change), "") << was << change;
  }
}

TEST(TimeZone, IsNoMatterWhereTheZoneIsNamedOrNotNeeded) {
  for (const auto& [was, change] : std::vector<std::pair<std::string, std::string>>{
           {"timestamp", "timestamptz USING b AT TIME ZONE 'UTC'"},
           {"timestamp", "timestamptz USING timezone('UTC', b)"},
           {"timestamptz", "timestamp USING b AT TIME ZONE 'Europe/Zurich'"},
           {"timestamptz", "date USING (b AT TIME ZONE 'UTC')::date"},
           {"int8", "timestamptz USING to_timestamp(b)"},
           {"timestamptz", "timestamptz(3)"},
           {"timestamp", "timestamp(3)"},
           {"timestamp", "date"},
           {"date", "timestamp"},
           {"timetz", "time"},
           {"text", "varchar(9)"},
           {"", "bigint"}}) {
    EXPECT_EQ(TimeZoneOf(was, change), "") << was << change;
  }
}

TEST(TimeZone, KnowsTypesFromEarlierFiles) {
  SchemaState schema;
  ReviewFile({"1.sql", "CREATE TABLE a (b timestamp, c timestamptz); ALTER TABLE a ADD d date;"},
             schema);
  ReviewFile({"2.sql", "ALTER TABLE a RENAME b TO x; ALTER TABLE a RENAME TO y;"}, schema);
  const auto violations =
      ReviewFile({"3.sql",
                  "ALTER TABLE y ALTER x TYPE timestamptz, ALTER c TYPE timestamptz(0), ALTER d "
                  "TYPE timestamp;\nALTER TABLE y ALTER x TYPE timestamptz(0);"},
                 schema)
          .violations;
  Texts problems;
  for (const Violation& violation : violations) {
    if (violation.rule == "time_zone") problems.push_back(violation.problem);
  }
  EXPECT_EQ(problems, Texts{"converts y.x from timestamp to timestamptz in the session's TimeZone: "
                            "the values depend on who migrates"});
}

}  // namespace
}  // namespace gonogo
