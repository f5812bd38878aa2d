// Tests each rule with SQL that violates it and with similar SQL that doesn't, suppressions, and
// lines.
#include "gates/migrations/review/rules/rules.h"

#include <gtest/gtest.h>

#include "gates/migrations/review/review.h"

namespace gonogo {
namespace {

FileReview Review(const std::string& sql) {
  SchemaState schema;
  return ReviewFile({"1.sql", sql}, schema);
}

// Returns line and rule of each violation: "3 long_lock".
std::vector<std::string> Found(const std::vector<Violation>& violations) {
  std::vector<std::string> found;
  for (const Violation& violation : violations) {
    found.push_back(std::to_string(violation.line) + " " + violation.rule);
  }
  return found;
}

std::vector<std::string> FoundIn(const std::string& sql) { return Found(Review(sql).violations); }

// Returns the violations of the last of several files.
std::vector<std::string> FoundInTheLastOf(const std::vector<std::string>& files) {
  SchemaState schema;
  FileReview last;
  for (const std::string& sql : files) last = ReviewFile({"1.sql", sql}, schema);
  return Found(last.violations);
}

void ExpectEach(const std::vector<std::string>& statements, const std::string& rule) {
  for (const std::string& sql : statements) {
    EXPECT_EQ(FoundIn(sql), std::vector<std::string>{"1 " + rule}) << sql;
  }
}

void ExpectNothing(const std::vector<std::string>& statements) {
  for (const std::string& sql : statements) {
    EXPECT_EQ(FoundIn(sql), std::vector<std::string>{}) << sql;
    EXPECT_GT(Review(sql).statements, 0) << sql;
  }
}

TEST(Destructive, IsWhatLosesData) {
  ExpectEach({"DROP TABLE a", "DROP TABLE IF EXISTS a.b, c CASCADE", "DROP SCHEMA s",
              "DROP TYPE mood", "DROP DOMAIN d", "DROP SEQUENCE s", "DROP EXTENSION hstore",
              "DROP DATABASE d", "DROP OWNED BY r", "TRUNCATE a, b", "ALTER TABLE a DROP COLUMN b",
              "ALTER TYPE pair DROP ATTRIBUTE b", "DELETE FROM a", "DELETE FROM a USING b",
              "UPDATE a SET b = 1", "WITH gone AS (DELETE FROM a RETURNING *) SELECT * FROM gone",
              "CREATE TABLE a (); DROP TABLE a"},
             "destructive");
}

TEST(Destructive, IsNotWhatCanBeRecreatedOrHasAWhereClause) {
  ExpectNothing({"DROP TRIGGER t ON a; DROP FUNCTION f()", "ALTER TABLE a DROP CONSTRAINT c",
                 "ALTER TABLE a ALTER COLUMN b DROP DEFAULT", "DELETE FROM a WHERE id = 1",
                 "UPDATE a SET b = 1 WHERE b IS NULL",
                 "INSERT INTO a VALUES (1) ON CONFLICT (id) DO UPDATE SET b = 1"});
}

TEST(Destructive, IsNotWhatIsOnlyStored) {
  ExpectNothing({"CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM a; END",
                 "CREATE RULE r AS ON DELETE TO v DO INSTEAD DELETE FROM a",
                 "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM a; END'",
                 "SELECT 'DROP TABLE a'"});
}

TEST(RewritesTable, IsWhatRewritesEveryRow) {
  ExpectEach({"ALTER TABLE a ALTER COLUMN b TYPE bigint",
              "ALTER TABLE a ADD COLUMN b uuid DEFAULT gen_random_uuid()",
              "ALTER TABLE a ADD COLUMN b int DEFAULT (random() * 10)::int",
              "ALTER TABLE a ADD COLUMN b timestamptz DEFAULT clock_timestamp()",
              "ALTER TABLE a ADD COLUMN b text DEFAULT lower(ours())",
              "ALTER TABLE a ADD COLUMN b bigserial",
              "ALTER TABLE a ADD COLUMN b int GENERATED ALWAYS AS IDENTITY",
              "ALTER TABLE a ADD COLUMN b int GENERATED ALWAYS AS (c + 1) STORED",
              "ALTER TABLE a SET ACCESS METHOD heap", "ALTER TABLE a SET LOGGED",
              "ALTER TABLE a SET UNLOGGED", "ALTER TABLE a SET TABLESPACE s", "VACUUM FULL a",
              "VACUUM (FULL, ANALYZE) a", "CLUSTER a USING i", "CLUSTER"},
             "rewrites_table");
}

TEST(RewritesTable, IsNotWhatOnlyChangesTheCatalogs) {
  ExpectNothing({"ALTER TABLE a ADD COLUMN b timestamptz DEFAULT now() NOT NULL",
                 "ALTER TABLE a ADD COLUMN b timestamptz DEFAULT current_timestamp",
                 "ALTER TABLE a ADD COLUMN b jsonb DEFAULT '{}'::jsonb",
                 "ALTER TABLE a ALTER COLUMN b SET DEFAULT gen_random_uuid()", "VACUUM a",
                 "VACUUM (FULL false) a", "ANALYZE a",
                 "CREATE TABLE a (b int); ALTER TABLE a ALTER COLUMN b TYPE bigint"});
}

TEST(LongLock, IsWhatBlocksOthersMeanwhile) {
  ExpectEach(
      {"CREATE INDEX i ON a (b)", "CREATE UNIQUE INDEX IF NOT EXISTS i ON a (b)", "DROP INDEX i",
       "REINDEX TABLE a", "REINDEX DATABASE d", "ALTER TABLE a ALTER COLUMN b SET NOT NULL",
       "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id)",
       "ALTER TABLE a ADD CHECK (b > 0)", "ALTER TABLE a ADD PRIMARY KEY (id)",
       "ALTER TABLE a ADD CONSTRAINT u UNIQUE (b)", "ALTER TABLE a ADD COLUMN b int UNIQUE",
       "ALTER TABLE a ADD COLUMN b int DEFAULT 1 REFERENCES c (id)",
       "ALTER TABLE a ADD EXCLUDE USING gist (b WITH &&)"},
      "long_lock");
}

TEST(LongLock, IsNotWhatIsConcurrentOrValidatedLater) {
  ExpectNothing({"CREATE INDEX CONCURRENTLY i ON a (b)", "DROP INDEX CONCURRENTLY i",
                 "REINDEX TABLE CONCURRENTLY a",
                 "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id) NOT VALID",
                 "ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0) NOT VALID",
                 "ALTER TABLE a VALIDATE CONSTRAINT c",
                 "ALTER TABLE a ADD CONSTRAINT p PRIMARY KEY USING INDEX i",
                 "ALTER TABLE a ADD COLUMN b int REFERENCES c (id)"});
}

TEST(LongLock, IsNotOnATableThatTheSameFileCreated) {
  ExpectNothing({"CREATE TABLE a (b int); CREATE INDEX i ON public.a (b)",
                 "CREATE TABLE a AS SELECT 1 AS b; ALTER TABLE a ADD PRIMARY KEY (b)",
                 "CREATE TABLE a (b int); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id)",
                 "CREATE TABLE a (b int); ALTER TABLE a RENAME TO c; CREATE INDEX i ON c (b)"});
  EXPECT_EQ(FoundInTheLastOf({"CREATE TABLE a (b int)", "CREATE INDEX i ON a (b)"}),
            std::vector<std::string>{"1 long_lock"});
  EXPECT_EQ(FoundIn("CREATE TABLE s.a (b int);\nCREATE INDEX i ON a (b)"),
            std::vector<std::string>{"2 long_lock"});
}

TEST(LongLock, IsNotSetNotNullAfterAValidatedCheck) {
  const std::string check = "ALTER TABLE a ADD CONSTRAINT c CHECK (b IS NOT NULL) NOT VALID";
  const std::string validate = "ALTER TABLE a VALIDATE CONSTRAINT c";
  const std::string set = "ALTER TABLE a ALTER COLUMN b SET NOT NULL";
  const std::vector<std::string> locks = {"1 long_lock"};
  EXPECT_TRUE(FoundInTheLastOf({check, validate, set}).empty());
  EXPECT_TRUE(FoundInTheLastOf({"ALTER TABLE a ADD CHECK (b IS NOT NULL) NOT VALID",
                                "ALTER TABLE a VALIDATE CONSTRAINT a_b_check", set})
                  .empty());
  EXPECT_TRUE(
      FoundInTheLastOf({"CREATE TABLE a (b int CHECK (b IS NOT NULL AND b > 0))", set}).empty());
  EXPECT_EQ(FoundInTheLastOf({check, set}), locks);
  EXPECT_EQ(FoundInTheLastOf({set, check, validate, set, set}), std::vector<std::string>{});
  EXPECT_EQ(FoundInTheLastOf({check, validate, "ALTER TABLE a DROP CONSTRAINT c", set}), locks);
  EXPECT_EQ(FoundInTheLastOf({check, validate, "ALTER TABLE z ALTER COLUMN b SET NOT NULL"}),
            locks);
  EXPECT_EQ(FoundInTheLastOf({"ALTER TABLE a ADD CHECK (b IS NOT NULL OR c)", set}), locks);
}

TEST(EnumOrder, IsALabelAddedBeforeOrAfterAnother) {
  ExpectEach({"ALTER TYPE mood ADD VALUE 'fair' BEFORE 'bad'",
              "ALTER TYPE s.mood ADD VALUE IF NOT EXISTS 'fair' AFTER 'good'"},
             "enum_order");
  ExpectNothing({"ALTER TYPE mood ADD VALUE 'fair'"});
}

TEST(BreaksApplication, IsAnOldNameThatNothingHasAnyMore) {
  ExpectEach({"ALTER TABLE a RENAME b TO c",
              "ALTER VIEW a RENAME COLUMN b TO c",
              "ALTER TYPE pair RENAME ATTRIBUTE b TO c",
              "ALTER TABLE IF EXISTS s.a RENAME TO c",
              "ALTER VIEW a RENAME TO c",
              "ALTER MATERIALIZED VIEW a RENAME TO c",
              "ALTER FOREIGN TABLE a RENAME TO c",
              "ALTER SEQUENCE a RENAME TO c",
              "ALTER SCHEMA a RENAME TO c",
              "ALTER TYPE s.a RENAME TO c",
              "ALTER DOMAIN a RENAME TO c",
              "ALTER FUNCTION a(int) RENAME TO c",
              "ALTER PROCEDURE a RENAME TO c",
              "ALTER ROUTINE a RENAME TO c",
              "ALTER AGGREGATE a(int) RENAME TO c",
              "ALTER DATABASE a RENAME TO c",
              "ALTER ROLE a RENAME TO c",
              "ALTER TABLE a SET SCHEMA s",
              "ALTER FUNCTION a(int) SET SCHEMA s",
              "ALTER TYPE a SET SCHEMA s",
              "ALTER TYPE mood RENAME VALUE 'a' TO 'b'",
              "CREATE VIEW v AS SELECT 1 AS a; ALTER TABLE a RENAME b TO v",
              "ALTER TABLE a RENAME b TO c; ALTER TABLE z ADD COLUMN b int",
              "ALTER TABLE s.a RENAME TO old; CREATE VIEW a AS SELECT 1",
              "DO $$ BEGIN ALTER TABLE a RENAME b TO c; END $$"},
             "breaks_application");
}

TEST(BreaksApplication, IsNotANameThatOnlyTheDatabaseUses) {
  ExpectNothing({"ALTER INDEX i RENAME TO j", "ALTER TABLE a RENAME CONSTRAINT c TO d",
                 "ALTER DOMAIN d RENAME CONSTRAINT c TO e", "ALTER TRIGGER t ON a RENAME TO u",
                 "ALTER POLICY p ON a RENAME TO q", "ALTER RULE r ON a RENAME TO s",
                 "ALTER EXTENSION hstore SET SCHEMA s"});
}

// The new column or table takes the name of the one that it replaces.
TEST(BreaksApplication, IsNotASwapOfNames) {
  ExpectNothing(
      {"ALTER TABLE a RENAME b TO b_old; ALTER TABLE a RENAME b_new TO b",
       "ALTER TABLE a RENAME b TO b_old; ALTER TABLE a ADD COLUMN b int",
       "ALTER TABLE a RENAME TO a_old; ALTER TABLE public.a_new RENAME TO a",
       "ALTER TABLE s.a RENAME TO a_old; CREATE VIEW s.a AS SELECT * FROM s.a_old",
       "ALTER TABLE a SET SCHEMA s; CREATE VIEW a AS SELECT * FROM s.a",
       "DROP VIEW a; ALTER TABLE a_new RENAME TO a",
       "ALTER TYPE a RENAME TO a_old; CREATE TYPE a AS ENUM ('x')",
       "CREATE TYPE a_new AS ENUM ('x'); ALTER TYPE a RENAME TO a_old; ALTER TYPE a_new RENAME TO a",
       "ALTER FUNCTION f(int) RENAME TO g; CREATE FUNCTION f(int) RETURNS int LANGUAGE sql BEGIN "
       "ATOMIC SELECT g(1); END"});
  EXPECT_EQ(FoundIn("ALTER TABLE a DROP COLUMN b;\nALTER TABLE a RENAME b_text TO b"),
            std::vector<std::string>{"1 destructive"});
  EXPECT_EQ(FoundIn("CREATE TABLE IF NOT EXISTS a (b int);\nALTER VIEW v RENAME TO w;\n"
                    "CREATE OR REPLACE VIEW x AS SELECT 1;\nALTER VIEW x RENAME TO y"),
            (std::vector<std::string>{"2 breaks_application", "4 breaks_application"}));
}

TEST(BreaksApplication, IsNotWhatTheSameFileMade) {
  ExpectNothing(
      {"CREATE TABLE a (b int); ALTER TABLE a RENAME b TO c; ALTER TABLE a RENAME TO d",
       "CREATE TABLE a (b int); ALTER TABLE a SET SCHEMA s",
       "CREATE VIEW v AS SELECT 1 AS a; ALTER VIEW v RENAME TO w; ALTER VIEW w RENAME TO x",
       "ALTER TABLE a ADD COLUMN b int; ALTER TABLE a RENAME b TO c",
       "CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood RENAME VALUE 'a' TO 'b'",
       "CREATE SCHEMA s; ALTER SCHEMA s RENAME TO t",
       "CREATE TABLE a (b int); ALTER TABLE a ADD COLUMN c int NOT NULL"});
  EXPECT_EQ(FoundInTheLastOf({"CREATE TABLE a (b int)", "ALTER TABLE a RENAME b TO c"}),
            std::vector<std::string>{"1 breaks_application"});
}

TEST(BreaksApplication, IsAViewThatGoesForGood) {
  ExpectEach({"DROP VIEW v", "DROP VIEW IF EXISTS s.v CASCADE", "DROP MATERIALIZED VIEW v",
              "DROP FOREIGN TABLE f", "DROP VIEW v, w; CREATE VIEW v AS SELECT 1",
              "CREATE OR REPLACE VIEW v AS SELECT 1; DROP VIEW s.v"},
             "breaks_application");
  ExpectNothing({"DROP VIEW IF EXISTS v; CREATE VIEW public.v AS SELECT 1",
                 "DROP MATERIALIZED VIEW v; CREATE MATERIALIZED VIEW v AS SELECT 1",
                 "DROP VIEW v; ALTER VIEW v_new RENAME TO v",
                 "CREATE VIEW v AS SELECT 1; DROP VIEW v"});
  EXPECT_EQ(Review("DROP VIEW v, s.w; CREATE VIEW v AS SELECT 1").violations.front().problem,
            "drops view s.w: an application that uses it fails");
}

TEST(BreaksApplication, IsARoutineThatGoesForGood) {
  ExpectEach(
      {"DROP FUNCTION f(int)", "DROP FUNCTION f", "DROP FUNCTION IF EXISTS s.f(), s.g(int)",
       "DROP PROCEDURE p(int)", "DROP ROUTINE r(int)", "DROP AGGREGATE a(int)",
       "DROP FUNCTION f(int); CREATE FUNCTION s.f(int) RETURNS int RETURN 1",
       "DROP TRIGGER t ON a; DROP FUNCTION f(int)", "DROP TRIGGER t ON a; DROP PROCEDURE p()",
       "CREATE VIEW v AS SELECT 1; DROP VIEW v; DROP FUNCTION f()"},
      "breaks_application");
  ExpectNothing({"CREATE FUNCTION f(int) RETURNS int RETURN 1; DROP FUNCTION f(int)",
                 "DROP FUNCTION f(int); ALTER FUNCTION f_new(int) RENAME TO f",
                 "DROP AGGREGATE a(int); CREATE AGGREGATE a(int) (SFUNC = s, STYPE = int)",
                 "DROP TRIGGER t ON a; DROP FUNCTION f()",
                 "DROP EVENT TRIGGER e; DROP FUNCTION f()",
                 "DROP TRIGGER IF EXISTS t ON s.a; DROP FUNCTION IF EXISTS s.f"});
  EXPECT_EQ(Review("DROP FUNCTION s.f(int), g(text)").violations.front().problem,
            "drops function s.f, g: an application that uses it fails");
}

TEST(BreaksApplication, IsALabelOfATypeThatTheFileOnlyRenamed) {
  EXPECT_EQ(
      FoundIn("ALTER TYPE mood RENAME TO feeling;\nALTER TYPE feeling RENAME VALUE 'a' TO 'b'"),
      (std::vector<std::string>{"1 breaks_application", "2 breaks_application"}));
  ExpectNothing(
      {"CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood RENAME TO feeling; "
       "ALTER TYPE feeling RENAME VALUE 'a' TO 'b'"});
}

TEST(BreaksApplication, IsARoutineWhoseNamesakeIsCalledOtherwise) {
  const std::string drop = "DROP FUNCTION f(int); ";
  ExpectEach(
      {drop + "CREATE FUNCTION f(int, text) RETURNS int RETURN 1",
       "CREATE FUNCTION f(int, text) RETURNS int RETURN 1; DROP FUNCTION f(int)",
       drop + "CREATE FUNCTION f() RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(OUT int) RETURN 1",
       drop + "CREATE FUNCTION f(text) RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(int[]) RETURNS int RETURN 1",
       "CREATE FUNCTION g(int, int) RETURNS int RETURN 1; DROP FUNCTION f(int); ALTER FUNCTION g(int, int) RENAME TO f",
       "ALTER FUNCTION f(int) RENAME TO f_old; CREATE FUNCTION f(uuid) RETURNS int RETURN 1",
       "DROP FUNCTION f(bigint); CREATE FUNCTION f(int) RETURNS int RETURN 1",
       "DROP FUNCTION f(timestamptz); CREATE FUNCTION f(date) RETURNS int RETURN 1",
       "DROP FUNCTION f(text[]); CREATE FUNCTION f(int[]) RETURNS int RETURN 1",
       "DROP FUNCTION f(VARIADIC int[]); CREATE FUNCTION f(int[]) RETURNS int RETURN 1",
       "DROP FUNCTION f(int); CREATE FUNCTION f(int) RETURNS int RETURN 1; DROP FUNCTION f(int)",
       "CREATE OR REPLACE FUNCTION f(int) RETURNS int RETURN 1; DROP FUNCTION f(int)",
       "CREATE OR REPLACE FUNCTION f(int) RETURNS int RETURN 1; DROP FUNCTION f",
       "DROP AGGREGATE a(int); CREATE AGGREGATE a(*) (SFUNC = s, STYPE = int)"},
      "breaks_application");
  ExpectNothing(
      {drop + "CREATE FUNCTION f(int, text DEFAULT '') RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(n integer, OUT text) RETURN ''",
       drop + "CREATE FUNCTION f(n integer) RETURNS TABLE (a text) RETURN ''",
       drop + "CREATE FUNCTION f(bigint) RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(anyelement) RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(positive) RETURNS int RETURN 1",
       drop + "CREATE FUNCTION f(VARIADIC int[]) RETURNS int RETURN 1",
       "CREATE OR REPLACE FUNCTION f(int, text DEFAULT '') RETURNS int RETURN 1; DROP FUNCTION f(int)",
       "DROP FUNCTION f; CREATE FUNCTION f(int, text) RETURNS int RETURN 1",
       "DROP FUNCTION f(varchar); CREATE FUNCTION f(text) RETURNS int RETURN 1",
       "DROP FUNCTION f(text); CREATE FUNCTION f(varchar) RETURNS int RETURN 1",
       "DROP FUNCTION f(int[]); CREATE FUNCTION f(bigint[]) RETURNS int RETURN 1",
       "DROP PROCEDURE p(date); CREATE PROCEDURE p(timestamptz) LANGUAGE sql BEGIN ATOMIC END",
       "DROP AGGREGATE a(int); CREATE AGGREGATE a(BASETYPE = int, SFUNC = s, STYPE = int)"});
}

TEST(BreaksApplication, IsNotWhatTheFileMovedAside) {
  ExpectNothing({"ALTER VIEW v RENAME TO v_old; CREATE VIEW v AS SELECT 1; DROP VIEW v_old",
                 "ALTER FUNCTION f(int) RENAME TO f_old; ALTER FUNCTION f_new(int) RENAME TO f; "
                 "DROP FUNCTION f_old(int)"});
  ExpectEach({"DROP VIEW v; CREATE VIEW v AS SELECT 1; DROP VIEW v",
              "ALTER VIEW v RENAME TO v_old; ALTER VIEW v_new RENAME TO v; DROP VIEW v"},
             "breaks_application");
}

TEST(BreaksApplication, IsAColumnThatItMustFill) {
  ExpectEach({"ALTER TABLE a ADD COLUMN b int NOT NULL"}, "breaks_application");
  ExpectNothing({"ALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0",
                 "ALTER TABLE a ADD COLUMN b int", "ALTER TABLE a ADD COLUMN b int NULL"});
}

TEST(BreaksApplication, IsToldWithBothNames) {
  const std::vector<Violation> found =
      Review(
          "ALTER TABLE shop.orders RENAME note TO remark;\nALTER FUNCTION shop.f(int) SET SCHEMA s")
          .violations;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(
      found[0].problem,
      "renames column shop.orders.note to remark: an application that uses the old name fails");
  EXPECT_EQ(
      found[1].problem,
      "moves function shop.f to schema s: an application that looks for it where it was fails");
}

TEST(InTransaction, IsConcurrentlyBetweenBeginAndCommit) {
  for (const std::string statement :
       {"CREATE INDEX CONCURRENTLY i ON a (b)", "DROP INDEX CONCURRENTLY i",
        "REINDEX INDEX CONCURRENTLY i"}) {
    EXPECT_EQ(FoundIn("BEGIN;\n" + statement + ";\nCOMMIT;"),
              std::vector<std::string>{"2 in_transaction"});
    EXPECT_TRUE(FoundIn("BEGIN; SELECT 1; COMMIT; " + statement).empty());
    EXPECT_TRUE(FoundInTheLastOf({"BEGIN", statement}).empty());
  }
}

TEST(SyntaxError, HasItsLineAndDoesntHideOtherViolations) {
  const std::vector<std::string> both = {"2 syntax_error", "4 destructive"};
  EXPECT_EQ(FoundIn("SELECT 'ééééééééé';\nSELECT 'é' FRM x y;\n-- then\nDROP TABLE a;"), both);
  EXPECT_EQ(FoundIn("SELECT 1;\nSELECT 'never closed\n\n"),
            std::vector<std::string>{"2 syntax_error"});
  EXPECT_EQ(FoundIn("SELECT 1;\n\nSELECT 1 /* never closed\n"),
            std::vector<std::string>{"3 syntax_error"});
  EXPECT_EQ(FoundIn("SELECT '\xff'"), std::vector<std::string>{"1 syntax_error"});
  EXPECT_EQ(FoundIn(std::string("SELECT 1;\n\0DROP TABLE a", 23)),
            (std::vector<std::string>{"2 syntax_error", "2 destructive"}));
  EXPECT_EQ(Review("SELECT a b c").violations.front().problem, "syntax error at or near \"c\"");
}

TEST(SyntaxError, DoesntHideWhatItsStatementHas) {
  using Lines = std::vector<std::string>;
  // The parser goes on at the next line from which it can read the rest.
  EXPECT_EQ(FoundIn("GO\nDROP TABLE a;"), (Lines{"1 syntax_error", "2 destructive"}));
  EXPECT_EQ(FoundIn("CREATE TABLE a (b int\nDROP TABLE c;\nCREATE INDEX ON d (e);"),
            (Lines{"2 syntax_error", "2 destructive", "3 long_lock"}));
  EXPECT_EQ(FoundIn("FOO BAR; DROP TABLE a;"), (Lines{"1 syntax_error", "1 destructive"}));
  // Where that fails, words count.
  EXPECT_EQ(FoundIn("ALTER TABLE a DROP COLUMN b NEW SYNTAX;"),
            (Lines{"1 syntax_error", "1 destructive"}));
  EXPECT_EQ(FoundIn("INSERT INTO a VALUES ('it's');\nDROP TABLE a;\nSELECT 'x';"),
            (Lines{"1 syntax_error", "2 destructive"}));
  EXPECT_EQ(FoundIn("SELECT 1 NEW SYNTAX;"), Lines{"1 syntax_error"});
}

TEST(Lines, AreThoseOfAStatementsFirstWord) {
  const std::vector<std::string> found = {"3 destructive", "7 destructive", "7 long_lock",
                                          "9 destructive"};
  EXPECT_EQ(FoundIn("-- first\n/* a /* nested */ one */\nDROP TABLE a; -- behind it\n\n"
                    "SELECT ';--';\n--> statement-breakpoint\n"
                    "ALTER TABLE a\n  DROP COLUMN b, ALTER c SET NOT NULL;\nTRUNCATE a"),
            found);
}

TEST(Blocks, AreReviewed) {
  const std::vector<std::string> found = {"4 long_lock", "7 destructive", "9 destructive"};
  EXPECT_EQ(FoundIn("\n\nDO $$ BEGIN\n"
                    " ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id);\n"
                    " IF NOT EXISTS (SELECT 1) THEN\n"
                    "  PERFORM f();\n"
                    "  DELETE FROM a;\n"
                    " ELSE CREATE TYPE mood AS ENUM ();\n"
                    "  EXECUTE 'DROP TABLE a'; END IF;\n"
                    "EXCEPTION WHEN duplicate_object THEN null; END $$;"),
            found);
  EXPECT_EQ(FoundIn("DO LANGUAGE plpgsql\n$$\nBEGIN\nDROP TABLE a;\nEND $$"),
            std::vector<std::string>{"4 destructive"});
}

TEST(Suppression, AllowsOneRuleOfTheNextStatement) {
  const FileReview review = Review(
      "-- gonogo: allow destructive because it is empty\nDROP TABLE a;\nDROP TABLE b;\n"
      "-- gonogo: allow destructive because nobody reads it\n"
      "-- gonogo: allow long_lock because it is small\n"
      "ALTER TABLE c DROP COLUMN d, ALTER e SET NOT NULL, SET LOGGED;");
  const std::vector<std::string> found = {"3 destructive", "6 rewrites_table"};
  EXPECT_EQ(Found(review.violations), found);
  EXPECT_EQ(review.notes.size(), 3U);
  EXPECT_EQ(review.notes.front(),
            "1.sql:2: destructive: drops table a; allowed because it is empty");
}

TEST(Suppression, AllowsASyntaxErrorAndABlock) {
  EXPECT_TRUE(FoundIn("-- gonogo: allow syntax_error because 16 knows it\nSELECT a b c").empty());
  EXPECT_TRUE(FoundIn("-- gonogo: allow destructive because it is empty\n"
                      "DO $$ BEGIN\n DROP TABLE a; END $$")
                  .empty());
}

TEST(Suppression, WithoutReasonOrRuleIsAViolation) {
  const std::vector<std::string> both = {"1 suppression", "2 destructive"};
  for (const std::string comment :
       {"-- gonogo: allow destructive", "-- gonogo: allow destructive because",
        "-- gonogo: allow destructive it is empty", "-- gonogo: allow destuctive because it is",
        "-- gonogo: permit destructive because it is", "-- gonogo:"}) {
    EXPECT_EQ(FoundIn(comment + "\nDROP TABLE a"), both) << comment;
  }
  EXPECT_EQ(Review("-- gonogo: allow destuctive because\nSELECT 1").violations.front().problem,
            "rule \"destuctive\" is unknown; did you mean \"destructive\"?");
}

TEST(Suppression, NotDirectlyBeforeAStatementIsAViolation) {
  const std::string comment = "-- gonogo: allow destructive because it is empty";
  const std::vector<std::string> blank_line = {"1 suppression", "3 destructive"};
  EXPECT_EQ(FoundIn(comment + "\n\nDROP TABLE a"), blank_line);
  const std::vector<std::string> behind = {"1 destructive", "1 suppression"};
  EXPECT_EQ(FoundIn("DROP TABLE a; " + comment), behind);
  const std::vector<std::string> behind_another = {"1 suppression", "2 destructive"};
  EXPECT_EQ(FoundIn("SELECT 1; " + comment + "\nDROP TABLE a"), behind_another);
  EXPECT_EQ(FoundIn("SELECT 1;\n" + comment + "\n"), std::vector<std::string>{"2 suppression"});
}

TEST(Suppression, IsNotedIfItIsUnused) {
  const std::vector<std::string> notes = {
      "1.sql:1: allows long_lock, which the statement doesn't violate"};
  EXPECT_EQ(Review("-- gonogo: allow long_lock because it is small\nSELECT 1").notes, notes);
}

TEST(Review, NotesAFileWithoutStatements) {
  EXPECT_EQ(Review("-- nothing yet\n").notes, std::vector<std::string>{"1.sql has no statements"});
  EXPECT_EQ(Review("").statements, 0);
}

}  // namespace
}  // namespace gonogo
