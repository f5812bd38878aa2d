// A query can be a check only if it reads something, and its rows can tell good from bad.
#include "gates/parser/check_query.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(CheckQuery, MustBeOneQuery) {
  EXPECT_EQ(WhyNoQuery(""), "has no query");
  EXPECT_EQ(WhyNoQuery("-- only a comment\n"), "has no query");
  EXPECT_EQ(WhyNoQuery("SELECT id FROM a; SELECT id FROM b"),
            "has 2 statements; a check is one query");
  EXPECT_EQ(WhyNoQuery("SELECT id\nFORM a WHERE b"), "line 2: syntax error at or near \"a\"");
  const std::string no_query = "isn't a query: use SELECT, WITH, TABLE or VALUES";
  for (const char* sql : {"DELETE FROM a RETURNING id", "SET x = 1", "CREATE TABLE a ()"}) {
    EXPECT_EQ(WhyNoQuery(sql), no_query) << sql;
  }
  EXPECT_EQ(WhyNoQuery("SELECT id INTO b FROM a"), "creates a table (SELECT INTO)");
}

TEST(CheckQuery, MustReadSomething) {
  for (const char* sql : {"SELECT 1", "VALUES (1), (2)", "SELECT 1 WHERE 1 = 2", "SELECT 'a' AS b",
                          "WITH one AS (SELECT 1) SELECT * FROM one"}) {
    EXPECT_EQ(WhyNoQuery(sql),
              "reads no table and calls no function, so it gives the same answer on every database")
        << sql;
  }
  for (const char* sql :
       {"SELECT id FROM a", "TABLE a", "SELECT pg_catalog.now()", "SELECT CURRENT_USER",
        "SELECT 1 WHERE EXISTS (SELECT FROM a)", "WITH one AS (SELECT id FROM a) SELECT * FROM one",
        "WITH a AS (SELECT 1) SELECT * FROM public.a", "SELECT id FROM a;"}) {
    EXPECT_EQ(WhyNoQuery(sql), "") << sql;
  }
}

TEST(CheckQuery, MustBeAbleToFail) {
  for (const char* sql :
       {"SELECT id FROM a WHERE false", "SELECT id FROM a WHERE id > 0 AND 1 = 2",
        "SELECT id FROM a WHERE NULL", "SELECT id FROM a WHERE NOT true",
        "SELECT id FROM a WHERE false OR 'x' <> 'x'", "SELECT id FROM a LIMIT 0",
        "SELECT id FROM a FETCH FIRST 0 ROWS ONLY", "SELECT id FROM a WHERE id = 1 AND NULL = 1",
        "SELECT count(*) FROM a HAVING false",
        "SELECT id FROM a WHERE false UNION ALL SELECT id FROM b LIMIT 0",
        "SELECT id FROM a WHERE false EXCEPT SELECT id FROM b"}) {
    EXPECT_EQ(WhyNoCheckByRows(sql), "never returns a row, so it can't fail") << sql;
  }
}

TEST(CheckQuery, MustBeAbleToPass) {
  for (const char* sql :
       {"SELECT count(*) FROM a", "SELECT pg_catalog.max(id), 1 FROM a WHERE id > 1",
        "SELECT (SELECT count(*) FROM a) AS n", "SELECT id FROM a UNION ALL SELECT count(*) FROM b",
        "VALUES ((SELECT id FROM a))"}) {
    EXPECT_EQ(WhyNoCheckByRows(sql),
              "always returns a row, so it can't pass: select the rows that are wrong, or add "
              "HAVING")
        << sql;
  }
}

TEST(CheckQuery, AcceptsWhatItIsNotSureOf) {
  for (const char* sql :
       {"SELECT id FROM a", "SELECT id FROM a WHERE true", "SELECT id FROM a WHERE 1 = 1.0",
        "SELECT count(*) FROM a HAVING count(*) > 0", "SELECT b, count(*) FROM a GROUP BY b",
        "SELECT pg_catalog.unnest(ARRAY[]::int[])", "SELECT id FROM a LIMIT 10",
        "SELECT count(*) FROM a OFFSET 1", "SELECT count(*) OVER () FROM a",
        "SELECT id FROM a WHERE false OR id = 1", "SELECT id FROM a WHERE NOT false",
        "SELECT id FROM a EXCEPT SELECT id FROM b WHERE false"}) {
    EXPECT_EQ(WhyNoCheckByRows(sql), "") << sql;
  }
}

}  // namespace
}  // namespace gonogo
