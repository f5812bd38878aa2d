// Tests what a review reaches beyond the text of a statement, and what it says it can't look at.
#include <gtest/gtest.h>

#include "gates/migrations/review/review.h"

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

// Returns line, rule and problem of each violation.
Texts SeenIn(const std::string& sql, SchemaState schema = {}) {
  Texts found;
  for (const Violation& violation : ReviewFile({"1.sql", sql}, schema).violations) {
    found.push_back(std::to_string(violation.line) + " " + violation.rule + ": " +
                    violation.problem);
  }
  return found;
}

TEST(NotReviewed, IsABlockThatCantBeRead) {
  EXPECT_EQ(SeenIn("DO $$ BEGIN\nEXECUTE 'DROP TABLE ' || x; END $$"),
            Texts{"2 not_reviewed: the DO block runs dynamic SQL"});
  EXPECT_EQ(SeenIn("DO $$ DECLARE r record; BEGIN\nFOR r IN EXECUTE q LOOP NULL; END LOOP; END $$"),
            Texts{"2 not_reviewed: the DO block runs dynamic SQL"});
  EXPECT_EQ(SeenIn("DO LANGUAGE plperl 'drop();'"),
            Texts{"1 not_reviewed: the DO block is written in plperl"});
  EXPECT_EQ(SeenIn("DO 'delete program'"), Texts{"1 not_reviewed: the DO block can't be parsed"});
}

TEST(NotReviewed, IsAProgramAndSqlInAText) {
  EXPECT_EQ(SeenIn("COPY a TO PROGRAM 'x'"), Texts{"1 not_reviewed: runs a program on the server"});
  EXPECT_EQ(SeenIn("COPY a FROM PROGRAM 'x'"),
            Texts{"1 not_reviewed: runs a program on the server"});
  EXPECT_EQ(SeenIn("SELECT dblink_exec('x', 'DROP TABLE a')"),
            Texts{"1 not_reviewed: runs SQL that dblink_exec() gets as a text"});
  EXPECT_EQ(SeenIn("SELECT query_to_xml('DELETE FROM a', true, true, '')"),
            Texts{"1 not_reviewed: runs SQL that query_to_xml() gets as a text"});
  EXPECT_EQ(SeenIn("EXECUTE p"),
            Texts{"1 not_reviewed: runs prepared statement p, which isn't prepared in the files"});
}

TEST(NotReviewed, CanBeAllowed) {
  EXPECT_EQ(SeenIn("-- gonogo: allow not_reviewed because it only grants\n"
                   "DO $$ BEGIN EXECUTE 'GRANT x TO ' || y; END $$"),
            Texts{});
}

TEST(DynamicSql, IsReviewedIfItsTextIsTheSameWhateverItsValues) {
  EXPECT_EQ(SeenIn("DO $$ BEGIN\nEXECUTE format('DROP TABLE %I', x); END $$"),
            Texts{"2 destructive: drops table %I"});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE 'TRUNCATE ' || quote_ident(x) || ' CASCADE'; END $$"),
            Texts{"1 destructive: empties quote_ident()"});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE 'drop ' || 'table a'; END $$"),
            Texts{"1 destructive: drops table a"});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE format('%1$s FROM a', 'DELETE'); END $$"),
            Texts{"1 destructive: deletes every row of a"});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE format('GRANT SELECT ON %I.%I TO app', s, t); END $$"),
            Texts{});
  EXPECT_EQ(
      SeenIn("DO $$ BEGIN EXECUTE format('CREATE TABLE %I PARTITION OF a FOR VALUES FROM (%L) TO "
             "(%L)', n, x, y); END $$"),
      Texts{});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE format('GRANT %s TO app', x); END $$"),
            Texts{"1 not_reviewed: the DO block runs dynamic SQL"});
  EXPECT_EQ(SeenIn("DO $$ BEGIN EXECUTE format(x, 1); END $$"),
            Texts{"1 not_reviewed: the DO block runs dynamic SQL"});
}

const std::string kPurge =
    "CREATE FUNCTION purge() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM a; END $$;\n";
const std::string kPurges = "destructive: runs function purge, which deletes every row of a";

TEST(StoredCode, IsReviewedWhereItRuns) {
  for (const std::string run :
       {"SELECT purge()", "SELECT * FROM purge()", "INSERT INTO b SELECT purge()",
        "DO $$ BEGIN PERFORM purge(); END $$", "DO $$ DECLARE x int; BEGIN x := purge(); END $$",
        "DO $$ BEGIN IF purge() IS NULL THEN NULL; END IF; END $$",
        "UPDATE b SET c = purge() WHERE d = 1", "CREATE TABLE b AS SELECT purge()",
        "COPY (SELECT purge()) TO STDOUT", "CREATE VIEW v AS SELECT purge()",
        "CREATE TRIGGER t AFTER INSERT ON b EXECUTE FUNCTION purge(); INSERT INTO b VALUES (1)",
        "CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION purge()"}) {
    EXPECT_EQ(SeenIn(kPurge + run), Texts{"2 " + kPurges}) << run;
  }
  EXPECT_EQ(SeenIn(kPurge), Texts{});
  EXPECT_EQ(SeenIn(kPurge + "CREATE TRIGGER t AFTER INSERT ON b EXECUTE FUNCTION purge()"),
            Texts{});
}

TEST(StoredCode, IsReviewedInEachForm) {
  EXPECT_EQ(SeenIn("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'TRUNCATE a';\nSELECT f()"),
            Texts{"2 destructive: runs function f, which empties a"});
  EXPECT_EQ(SeenIn("CREATE PROCEDURE f() LANGUAGE sql BEGIN ATOMIC DELETE FROM a; END;\nCALL f()"),
            Texts{"2 destructive: runs function f, which deletes every row of a"});
  EXPECT_EQ(SeenIn("CREATE PROCEDURE f() LANGUAGE plpgsql AS 'BEGIN EXECUTE x; END';\nCALL f()"),
            Texts{"2 not_reviewed: runs function f, which runs dynamic SQL"});
  EXPECT_EQ(SeenIn("CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'x';\nSELECT f()"),
            Texts{"2 not_reviewed: runs function f, which is written in plpython3u"});
  EXPECT_EQ(SeenIn(kPurge + "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SELECT purge()';\n"
                            "SELECT f()"),
            Texts{"3 destructive: runs function f, which runs function purge, which deletes every "
                  "row of a"});
  EXPECT_EQ(SeenIn("PREPARE p AS DELETE FROM a;\nEXECUTE p"),
            Texts{"2 destructive: runs prepared statement p, which deletes every row of a"});
  EXPECT_EQ(
      SeenIn("CREATE RULE r AS ON INSERT TO b DO ALSO DELETE FROM a;\nINSERT INTO b VALUES (1)"),
      Texts{"2 destructive: runs a rule of b, which deletes every row of a"});
  EXPECT_EQ(SeenIn("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT f()';\nSELECT f()"),
            Texts{});
}

TEST(StoredCode, OfTheDatabaseIsReviewed) {
  SchemaState schema;
  schema.code().AddFromDatabase({.name = "now", .is_builtin = true});
  schema.code().AddFromDatabase({.name = "purge", .language = "plpgsql", .definition = kPurge});
  schema.code().AddFromDatabase({.name = "native", .language = "c"});
  schema.code().AddFromDatabase(
      {.name = "drop_chunks", .language = "c", .extension = "timescaledb"});
  schema.code().AddFromDatabase({.name = "crypt", .language = "c", .extension = "pgcrypto"});
  EXPECT_EQ(SeenIn("SELECT purge()", schema), Texts{"1 " + kPurges});
  EXPECT_EQ(SeenIn("SELECT native()", schema),
            Texts{"1 not_reviewed: runs function native, which is written in c"});
  EXPECT_EQ(SeenIn("SELECT drop_chunks('a')", schema),
            Texts{"1 not_reviewed: runs function drop_chunks, which belongs to the extension "
                  "timescaledb"});
  EXPECT_EQ(SeenIn("SELECT nobodys()", schema),
            Texts{"1 not_reviewed: runs function nobodys, which is neither in the files nor in the "
                  "database"});
  EXPECT_EQ(SeenIn("INSERT INTO a SELECT now(), crypt('a', 'b'), uuid_generate_v4()", schema),
            Texts{});
}

TEST(LongLock, IsALockARefreshAndADomain) {
  EXPECT_EQ(SeenIn("LOCK TABLE a"), Texts{"1 long_lock: locks a until its transaction ends"});
  EXPECT_EQ(SeenIn("LOCK TABLE a IN SHARE MODE"),
            Texts{"1 long_lock: locks a until its transaction ends"});
  EXPECT_EQ(SeenIn("LOCK TABLE a IN ROW EXCLUSIVE MODE"), Texts{});
  EXPECT_EQ(SeenIn("REFRESH MATERIALIZED VIEW v"),
            Texts{"1 long_lock: refreshes v, which blocks readers meanwhile"});
  EXPECT_EQ(SeenIn("REFRESH MATERIALIZED VIEW v WITH NO DATA"),
            Texts{"1 destructive: empties the materialized view v"});
  EXPECT_EQ(SeenIn("REFRESH MATERIALIZED VIEW CONCURRENTLY v"), Texts{});
  EXPECT_EQ(SeenIn("CREATE MATERIALIZED VIEW v AS SELECT 1 AS x; CREATE UNIQUE INDEX ON v (x); "
                   "REFRESH MATERIALIZED VIEW v"),
            Texts{});
  EXPECT_EQ(SeenIn("ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID"), Texts{});
  EXPECT_EQ(SeenIn("ALTER DOMAIN d SET NOT NULL").size(), 1U);
}

TEST(Destructive, IsALargeObjectAFileAndACascade) {
  EXPECT_EQ(SeenIn("SELECT lo_unlink(oid) FROM pg_largeobject_metadata"),
            Texts{"1 destructive: deletes a large object (lo_unlink)"});
  EXPECT_EQ(SeenIn("COPY a TO '/tmp/a'"), Texts{"1 destructive: overwrites a file of the server"});
  EXPECT_EQ(SeenIn("DROP FUNCTION f() CASCADE"),
            Texts{"1 destructive: drops an object and, by CASCADE, everything that depends on it"});
  EXPECT_EQ(
      SeenIn(
          "CREATE VIEW v AS SELECT 1; DROP VIEW v CASCADE; DROP TRIGGER t ON a CASCADE; DROP FUNCTION f()"),
      Texts{});
}

TEST(NewTables, AreNotThoseThatMayBeThereAlready) {
  SchemaState schema;
  schema.AddTable("public", "a", {"id"}, {"i"});
  const Texts locks = {"1 long_lock: builds an index on a, which blocks writes meanwhile"};
  const std::string create = "CREATE TABLE IF NOT EXISTS a (id int); ";
  EXPECT_EQ(SeenIn(create + "CREATE INDEX ON a (id)", schema), locks);
  EXPECT_EQ(SeenIn(create + "CREATE INDEX IF NOT EXISTS j ON a (id)", schema), locks);
  EXPECT_EQ(SeenIn(create + "CREATE INDEX IF NOT EXISTS i ON a (id)", schema), Texts{});
  EXPECT_EQ(SeenIn(create + "ALTER TABLE a ALTER id TYPE bigint", schema).size(), 1U);
  EXPECT_EQ(SeenIn(create + "CREATE INDEX ON a (id)"), Texts{});  // in an empty database
  EXPECT_EQ(SeenIn("CREATE TABLE IF NOT EXISTS b (id int); CREATE INDEX ON b (id)", schema),
            Texts{});
  EXPECT_EQ(SeenIn("ALTER TABLE a RENAME TO old; CREATE TABLE IF NOT EXISTS a (id int); "
                   "CREATE INDEX ON a (id)",
                   schema),
            Texts{});
}

TEST(Expressions, RunFunctions) {
  const std::string kill =
      "CREATE FUNCTION k(int) RETURNS int LANGUAGE sql AS 'DELETE FROM a RETURNING 1';\n";
  for (const std::string sql :
       {"CREATE TABLE b (c int DEFAULT k(1))", "CREATE TABLE b (c int CHECK (k(c) = 1))",
        "CREATE TABLE b (c int, d int GENERATED ALWAYS AS (k(c)) STORED)",
        "CREATE DOMAIN d AS int CHECK (k(value) = 1)", "CREATE VIEW v AS SELECT k(1)",
        "CREATE CAST (int AS text) WITH FUNCTION k(int)",
        "CREATE OPERATOR @@@ (FUNCTION = k, RIGHTARG = int)",
        "CREATE AGGREGATE g(int) (SFUNC = k, STYPE = int)",
        "CREATE TEMP TABLE t (c int); CREATE INDEX ON t (k(c))",
        "CREATE TEMP TABLE t (c int); ALTER TABLE t ADD CHECK (k(c) = 1)",
        "CREATE TEMP TABLE t (c int); ALTER TABLE t ALTER c TYPE bigint USING k(c)"}) {
    EXPECT_EQ(SeenIn(kill + sql),
              Texts{"2 destructive: runs function k, which deletes every row of a"})
        << sql;
  }
}

TEST(Expressions, CallWhatNobodyKnows) {
  SchemaState schema;
  schema.code().AddFromDatabase({.name = "now", .is_builtin = true});
  EXPECT_EQ(SeenIn("CREATE TABLE b (c text DEFAULT cuid(), d timestamptz DEFAULT now())", schema),
            Texts{});
  EXPECT_EQ(SeenIn("CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int); SELECT g(1)", schema),
            Texts{});
}

TEST(Catalogue, IsNotWrittenTo) {
  EXPECT_EQ(SeenIn("UPDATE pg_class SET relname = 'b' WHERE relname = 'a'"),
            Texts{"1 destructive: writes to the system catalogue pg_class"});
  EXPECT_EQ(SeenIn("DELETE FROM pg_catalog.pg_depend WHERE objid = 1"),
            Texts{"1 destructive: writes to the system catalogue pg_catalog.pg_depend"});
  EXPECT_EQ(SeenIn("UPDATE public.pg_a SET b = 1 WHERE c = 1"), Texts{});
}

TEST(Texts, EndWhereStandardConformingStringsSay) {
  const Texts off = {
      "1 not_reviewed: turns standard_conforming_strings off, so texts may end elsewhere"};
  EXPECT_EQ(SeenIn("SET standard_conforming_strings = off"), off);
  EXPECT_EQ(SeenIn("SET LOCAL standard_conforming_strings TO 0"), off);
  EXPECT_EQ(SeenIn("SELECT set_config('standard_conforming_strings', 'off', false)"), off);
  EXPECT_EQ(SeenIn("ALTER ROLE a SET standard_conforming_strings = off"), off);
  EXPECT_EQ(SeenIn("ALTER DATABASE a SET standard_conforming_strings = off"), off);
  for (const char* const on : {"on", "'ON'", "On", "true", "yes", "1"}) {
    EXPECT_EQ(SeenIn(std::string("SET standard_conforming_strings = ") + on), Texts{}) << on;
  }
  EXPECT_EQ(SeenIn("SET standard_conforming_strings = on; RESET standard_conforming_strings"),
            Texts{});
  EXPECT_EQ(SeenIn("SELECT set_config('search_path', '', false); SET a.b = 1"), Texts{});
}

TEST(Settings, ThatTakeProtectionAwayAreSeen) {
  const Texts off = {
      "1 destructive: sets session_replication_role, which turns triggers and "
      "foreign keys off"};
  EXPECT_EQ(SeenIn("SET session_replication_role = replica"), off);
  EXPECT_EQ(SeenIn("SET LOCAL Session_Replication_Role TO 'REPLICA'"), off);
  EXPECT_EQ(SeenIn("SELECT set_config('SESSION_REPLICATION_ROLE', 'replica', true)"), off);
  EXPECT_EQ(SeenIn("ALTER ROLE a SET session_replication_role = replica"), off);
  EXPECT_EQ(SeenIn("SET session_replication_role = origin; RESET session_replication_role"),
            Texts{});
  EXPECT_EQ(SeenIn("SET allow_system_table_mods = on; SET zero_damaged_pages = on").size(), 2U);
  EXPECT_EQ(SeenIn("ALTER SYSTEM SET fsync = off"),
            Texts{"1 destructive: changes fsync for the whole server (ALTER SYSTEM)"});
  EXPECT_EQ(SeenIn("LOAD 'evil'"), Texts{"1 not_reviewed: loads the library evil"});
}

TEST(Destructive, IsASequenceThatMayGiveNumbersOutAgain) {
  const Texts fixed = {
      "1 destructive: sets a sequence to a fixed number (setval), so it may give "
      "numbers out again"};
  EXPECT_EQ(SeenIn("SELECT setval('a_id_seq', 1)"), fixed);
  EXPECT_EQ(SeenIn("SELECT pg_catalog.setval('a_id_seq', 1, false)"), fixed);
  EXPECT_EQ(SeenIn("SELECT setval('a_id_seq', (SELECT max(id) FROM a))"), Texts{});
  EXPECT_EQ(SeenIn("ALTER SEQUENCE s.a RESTART WITH 1"),
            Texts{"1 destructive: restarts sequence s.a, which may give numbers out again"});
  EXPECT_EQ(SeenIn("ALTER SEQUENCE a OWNED BY b.c; ALTER SEQUENCE a CACHE 5"), Texts{});
  const Texts restarted = {
      "1 destructive: restarts the sequence of a.id, which may give numbers out again"};
  EXPECT_EQ(SeenIn("ALTER TABLE a ALTER id RESTART"), restarted);
  EXPECT_EQ(SeenIn("ALTER TABLE a ALTER COLUMN id SET GENERATED ALWAYS RESTART WITH 1"), restarted);
  EXPECT_EQ(SeenIn("DO $$ BEGIN ALTER TABLE a ALTER id RESTART WITH 1; END $$"), restarted);
  EXPECT_EQ(SeenIn("ALTER TABLE a ALTER id SET GENERATED BY DEFAULT SET INCREMENT BY 2"), Texts{});
  EXPECT_EQ(SeenIn("CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY);\n"
                   "ALTER TABLE a ALTER id RESTART WITH 1000"),
            Texts{});
  EXPECT_EQ(
      SeenIn("TRUNCATE a, b RESTART IDENTITY"),
      Texts{"1 destructive: empties a, b and restarts their sequences, which give numbers out "
            "again"});
}

TEST(NewTables, AreNotOthersOfTheSameName) {
  const Texts locks = {"1 long_lock: builds an index on a, which blocks writes meanwhile"};
  EXPECT_EQ(SeenIn("CREATE TABLE a (); SET search_path = s; CREATE INDEX ON a (b)"), locks);
  EXPECT_EQ(SeenIn("BEGIN; CREATE TABLE a (); ROLLBACK; CREATE INDEX ON a (b)"), locks);
  EXPECT_EQ(SeenIn("CREATE TEMP TABLE a (b int); CREATE INDEX ON public.a (b)"),
            Texts{"1 long_lock: builds an index on public.a, which blocks writes meanwhile"});
  EXPECT_EQ(
      SeenIn("CREATE TEMP TABLE a (b int); DROP TABLE pg_temp.a; CREATE INDEX ON a (b)").size(),
      2U);
  EXPECT_EQ(SeenIn("CREATE TEMP TABLE a (b int); CREATE INDEX ON a (b)"), Texts{});
}

TEST(DownParts, CountOnlyBehindTheSameToolsUpPart) {
  const Texts dropped = {"2 destructive: drops table a"};
  EXPECT_EQ(SeenIn("-- migrate:down\nDROP TABLE a;"), dropped);
  EXPECT_EQ(SeenIn("-- +goose Down\nDROP TABLE a;"), dropped);
  EXPECT_EQ(SeenIn("-- migrate:up\nDROP TABLE a;\n-- migrate:down\nDROP TABLE b;"), dropped);
  EXPECT_EQ(SeenIn("-- migrate:up\n\n-- +goose Down\nDROP TABLE a;"),
            Texts{"4 destructive: drops table a"});
  SchemaState schema;
  const MigrationFile file{"V1__a.sql", "-- migrate:up\n-- migrate:down\nDROP TABLE a;"};
  EXPECT_EQ(ReviewFile(file, schema, "flyway").violations.size(), 1U);
}

}  // namespace
}  // namespace gonogo
