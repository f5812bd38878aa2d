// Tests what a review makes of loops, and of statements that may not run.
#include <gtest/gtest.h>

#include "gates/migrations/review/review.h"

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

// Returns line, rule and problem of each violation.
Texts SeenInBranches(const std::string& sql, SchemaState schema = {}) {
  Texts found;
  for (const Violation& violation : ReviewFile({"1.sql", sql}, schema).violations) {
    found.push_back(std::to_string(violation.line) + " " + violation.rule + ": " +
                    violation.problem);
  }
  return found;
}

TEST(Loops, DeleteRowByRow) {
  const auto loop = [](const std::string& query, const std::string& body) {
    return SeenInBranches("DO $$ DECLARE r record; BEGIN FOR r IN " + query + " LOOP " + body +
                          " END LOOP; END $$");
  };
  const Texts found = {"1 not_reviewed: the DO block deletes in a loop over every row of a query"};
  EXPECT_EQ(loop("SELECT id FROM a", "DELETE FROM a WHERE id = r.id;"), found);
  EXPECT_EQ(loop("SELECT id FROM a", "IF r.id > 0 THEN DELETE FROM a WHERE id = r.id; END IF;"),
            found);
  EXPECT_EQ(loop("SELECT id FROM a WHERE old", "DELETE FROM a WHERE id = r.id;"), Texts{});
  EXPECT_EQ(loop("SELECT id FROM a", "EXECUTE 'DELETE FROM a WHERE id = $1' USING r.id;"), found);
  EXPECT_EQ(loop("SELECT id FROM a WHERE true", "DELETE FROM a WHERE id = r.id;"), found);
  EXPECT_EQ(loop("SELECT id FROM (SELECT id FROM a) AS s", "DELETE FROM a WHERE id = r.id;"),
            found);
  EXPECT_EQ(loop("WITH s AS (SELECT id FROM a) SELECT * FROM s", "DELETE FROM a WHERE id = r.id;"),
            found);
  EXPECT_EQ(loop("EXECUTE 'SELECT id FROM a'", "DELETE FROM a WHERE id = r.id;"), found);
  for (const char* const all :
       {"SELECT id FROM a LIMIT ALL", "SELECT id FROM a LIMIT NULL",
        "SELECT id FROM a LIMIT 1000000", "SELECT id FROM a LIMIT 10000000000",
        "SELECT id FROM generate_series(1, (SELECT max(id) FROM a)) AS id"})
    EXPECT_EQ(loop(all, "DELETE FROM a WHERE id = r.id;"), found) << all;
  for (const char* const some :
       {"SELECT id FROM a LIMIT 9", "SELECT id FROM a GROUP BY id HAVING count(*) > 1",
        "SELECT id FROM generate_series(1, 9) AS id"})
    EXPECT_EQ(loop(some, "DELETE FROM a WHERE id = r.id;"), Texts{}) << some;
  EXPECT_EQ(loop("SELECT id FROM a", "PERFORM 1 FROM a WHERE id = r.id FOR UPDATE;"), Texts{});
  EXPECT_EQ(loop("SELECT id FROM a", "INSERT INTO b VALUES (r.id);"), Texts{});
  EXPECT_EQ(loop("SELECT unnest(ARRAY[1, 2]) AS id", "DELETE FROM a WHERE id = r.id;"), Texts{});
  EXPECT_EQ(loop("SELECT oid AS id FROM pg_class", "DELETE FROM a WHERE id = r.id;"), Texts{});
}

TEST(Loops, OverwriteRowByRow) {
  const auto block = [](const std::string& body) {
    return SeenInBranches("DO $$ DECLARE r record; BEGIN " + body + " END $$");
  };
  const Texts rows = {
      "1 not_reviewed: the DO block overwrites rows in a loop over every row of a query"};
  EXPECT_EQ(block("FOR r IN SELECT id FROM a LOOP UPDATE a SET n = 1 WHERE id = r.id; END LOOP;"),
            rows);
  EXPECT_EQ(block("FOR i IN 1..(SELECT max(id) FROM a) LOOP UPDATE a SET n = 1 WHERE id = i; "
                  "END LOOP;"),
            rows);
  EXPECT_EQ(block("FOR i IN 1..9 LOOP UPDATE a SET n = 1 WHERE id = i; END LOOP;"), Texts{});
  EXPECT_EQ(block("WHILE x < (SELECT max(id) FROM a) LOOP UPDATE a SET n = 1 WHERE id = x; "
                  "END LOOP;"),
            rows);
  EXPECT_EQ(block("WHILE EXISTS (SELECT FROM a WHERE old) LOOP UPDATE a SET n = 1 WHERE id = x; "
                  "END LOOP;"),
            Texts{});
  EXPECT_EQ(block("FOR r IN SELECT id FROM a WHERE n IS NULL LOOP UPDATE a SET n = 1 WHERE id = "
                  "r.id; END LOOP;"),
            Texts{});
  EXPECT_EQ(SeenInBranches(
                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN "
                "FOR r IN SELECT id FROM a LOOP UPDATE a SET n = 1 WHERE id = r.id; END LOOP; "
                "END $$;\nSELECT f()"),
            Texts{"2 not_reviewed: runs function f, which overwrites rows in a loop over every row "
                  "of a query"});
}

TEST(Loops, RepeatABatch) {
  const auto loop = [](const std::string& body) {
    return SeenInBranches("DO $$ BEGIN LOOP " + body + " EXIT WHEN NOT FOUND; END LOOP; END $$");
  };
  const Texts all = {
      "1 not_reviewed: the DO block deletes in a loop, a batch at a time, which no WHERE bounds"};
  EXPECT_EQ(loop("DELETE FROM a WHERE id IN (SELECT id FROM a LIMIT 9);"), all);
  EXPECT_EQ(loop("WITH s AS (SELECT id FROM a LIMIT 9) DELETE FROM a USING s WHERE a.id = s.id;"),
            all);
  EXPECT_EQ(loop("DELETE FROM a WHERE id = (SELECT min(id) FROM a);"), all);
  EXPECT_EQ(loop("DELETE FROM a WHERE id IN (SELECT id FROM a WHERE old LIMIT 9);"), Texts{});
  EXPECT_EQ(loop("DELETE FROM a WHERE old AND id < 9;"), Texts{});
  EXPECT_EQ(loop("UPDATE a SET n = (SELECT 1) WHERE id < 9;"), Texts{});
}

// A parser older than PostgreSQL 17's can't read these blocks at all.
TEST(Loops, OverCursorsArentReviewed) {
  for (const char* const block :
       {"DO $$ DECLARE c CURSOR FOR SELECT * FROM a; BEGIN FOR r IN c LOOP DELETE FROM a "
        "WHERE CURRENT OF c; END LOOP; END $$",
        "DO $$ DECLARE c CURSOR FOR SELECT * FROM a; BEGIN FOR r IN c LOOP DELETE FROM a "
        "WHERE id = r.id; END LOOP; END $$",
        "DO $$ DECLARE c refcursor; r record; BEGIN OPEN c FOR SELECT * FROM a; LOOP "
        "FETCH c INTO r; EXIT WHEN NOT FOUND; UPDATE a SET n = 1 WHERE CURRENT OF c; END "
        "LOOP; END $$"}) {
    const Texts seen = SeenInBranches(block);
    ASSERT_EQ(seen.size(), 1U) << block;
    EXPECT_TRUE(seen[0].starts_with("1 not_reviewed: the DO block ")) << seen[0];
  }
}

TEST(Branches, MakeNoTableNewThatMayBeThere) {
  SchemaState schema;
  schema.AddTable("public", "a", {"id"}, {});
  const auto seen = [&](const std::string& before) {
    const Texts found = SeenInBranches(before + "\nCREATE INDEX ON a (id);", schema);
    return found.empty() ? std::string() : found.back();
  };
  const std::string locks = "long_lock: builds an index on a, which blocks writes meanwhile";
  for (const char* const maybe :
       {"\\if :x\nCREATE TABLE a (id int);\n\\endif",
        "\\if :x\nSELECT 1;\n\\elif :y\nCREATE TABLE a (id int);\n\\else\nSELECT 1;\n\\endif",
        "\\if :x\nCREATE TEMP TABLE a (id int);\n\\endif",
        "DO $$ BEGIN IF x THEN CREATE TABLE a (id int); END IF; END $$;",
        "DO $$ BEGIN CREATE TABLE a (id int); EXCEPTION WHEN OTHERS THEN NULL; END $$;",
        "DO $$ BEGIN RETURN; CREATE TABLE a (id int); END $$;",
        "DO $$ BEGIN FOR i IN 1..0 LOOP CREATE TABLE a (id int); END LOOP; END $$;",
        "CREATE TABLE a (id int);\n\\connect other"}) {
    EXPECT_TRUE(seen(maybe).ends_with(locks)) << maybe << seen(maybe);
  }
  EXPECT_EQ(seen("\\if :x\n\\endif\nCREATE TABLE a (id int);"), "");
  EXPECT_EQ(SeenInBranches(
                "DO $$ BEGIN IF x THEN CREATE TABLE a (id int); CREATE INDEX ON a (id); END IF; "
                "END $$;",
                schema),
            Texts{});
  EXPECT_EQ(SeenInBranches(
                "DO $$ BEGIN IF x THEN CREATE TABLE a (id int); ELSE ALTER TABLE a ALTER id TYPE "
                "bigint; END IF; END $$;",
                schema)
                .size(),
            1U);
  EXPECT_EQ(SeenInBranches("DO $$ BEGIN IF x THEN CREATE TABLE b (id int); END IF; END $$;\n"
                           "CREATE INDEX ON b (id);",
                           schema),
            Texts{});
  EXPECT_EQ(SeenInBranches(
                "DO $$ BEGIN IF x THEN ALTER TABLE a ADD CONSTRAINT c CHECK (n IS NOT NULL) NOT "
                "VALID; ALTER TABLE a VALIDATE CONSTRAINT c; END IF; END $$;\n"
                "ALTER TABLE a ALTER n SET NOT NULL;",
                schema)
                .size(),
            1U);
}

}  // namespace
}  // namespace gonogo
