// The query that finds a statement's rows is one that a role which only reads may ask about.
#include "gates/parser/row_finder.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(RowFinder, IsTheQueryItself) {
  const RowFinder finder = RowFinderOf("SELECT id FROM a WHERE b = $1 AND c = $2;\n");
  EXPECT_EQ(finder.query, "SELECT id FROM a WHERE b = $1 AND c = $2");
  EXPECT_TRUE(finder.has_parameters);
  EXPECT_FALSE(RowFinderOf("SELECT id FROM a WHERE b = '$1'").has_parameters);
}

TEST(RowFinder, ReadsWhatAStatementWouldChange) {
  const std::vector<std::pair<std::string, std::string>> statements = {
      {"UPDATE a SET b = $1, c = $2 WHERE id = $3 RETURNING b", "SELECT * FROM a WHERE id = $1"},
      {"UPDATE ONLY s.a AS x SET b = y.b FROM t AS y WHERE y.id = x.id AND x.c IS DISTINCT FROM 3",
       "SELECT * FROM ONLY s.a AS x, t AS y WHERE y.id = x.id AND x.c IS DISTINCT FROM 3"},
      {"UPDATE a SET b = c IS DISTINCT FROM $1, d = extract(year FROM e)", "SELECT * FROM a"},
      {"DELETE FROM a USING b WHERE a.id = b.id RETURNING a.id",
       "SELECT * FROM a, b WHERE a.id = b.id"},
      {"WITH old AS (SELECT id FROM b WHERE c) DELETE FROM a WHERE id IN (SELECT id FROM old)",
       "WITH old AS (SELECT id FROM b WHERE c) SELECT * FROM a WHERE id IN (SELECT id FROM old)"},
      {"INSERT INTO a (b) SELECT c FROM d JOIN e ON d.x = e.x WHERE f = $4 ON CONFLICT DO NOTHING "
       "RETURNING b",
       "SELECT c FROM d JOIN e ON d.x = e.x WHERE f = $1"},
      {"SELECT id FROM a WHERE b FOR NO KEY UPDATE SKIP LOCKED LIMIT $1",
       "SELECT id FROM a WHERE b LIMIT $1"},
      {"PREPARE b (int) AS UPDATE a SET b = 1 WHERE id = $1", "SELECT * FROM a WHERE id = $1"},
      {"SELECT id FROM a /* set where */ FOR UPDATE", "SELECT id FROM a"},
  };
  for (const auto& [statement, query] : statements) {
    EXPECT_EQ(RowFinderOf(statement).query, query) << statement;
  }
}

TEST(RowFinder, ReadsWhatNormalisationMadeUnreadable) {
  EXPECT_EQ(RowFinderOf("SELECT id FROM a WHERE t > now() - interval $1 AND b = $2").query,
            "SELECT id FROM a WHERE t > now() - CAST($1 AS interval) AND b = $2");
  EXPECT_EQ(RowFinderOf("SELECT id FROM a WHERE t > timestamp with time zone $1").query,
            "SELECT id FROM a WHERE t > CAST($1 AS timestamp with time zone)");
  const RowFinder finder = RowFinderOf("SELECT extract($1 FROM t) FROM a");
  EXPECT_EQ(finder.query, "SELECT extract(epoch FROM t) FROM a");
  EXPECT_FALSE(finder.has_parameters);
}

TEST(RowFinder, IsNoneWithoutAPlanForTables) {
  for (const char* sql : {"SET x = 1", "CREATE TABLE a AS SELECT 1", "SELECT id INTO b FROM a",
                          "VACUUM a", "BEGIN", "SELECT id FROM a; SELECT id FROM b", ""}) {
    EXPECT_EQ(RowFinderOf(sql).why_none, "isn't a query") << sql;
    EXPECT_EQ(RowFinderOf(sql).query, "") << sql;
  }
  for (const char* sql : {"SELECT 1", "INSERT INTO a VALUES (1)", "INSERT INTO a DEFAULT VALUES",
                          "WITH one AS (SELECT 1) SELECT * FROM one"}) {
    EXPECT_EQ(RowFinderOf(sql).why_none, "reads no table") << sql;
  }
  for (const char* sql : {"SELECT pid FROM pg_stat_activity", "TABLE pg_catalog.pg_class"}) {
    EXPECT_EQ(RowFinderOf(sql).why_none, "reads only catalogues") << sql;
  }
  EXPECT_EQ(RowFinderOf("SELECT 1 FROM a, pg_class").why_none, "");
}

TEST(RowFinder, LeavesNewSyntaxToTheServer) {
  const std::string newer = "SELECT * FROM JSON_TABLE(a, '$' COLUMNS (b int)) WHERE c = $1";
  EXPECT_EQ(RowFinderOf(newer).query, newer);
}

TEST(RowFinder, ShowsAStatementWithoutItsValues) {
  EXPECT_EQ(ShownStatement("/* trace 7 */ SELECT\n  id FROM \"A\" WHERE b = 'secret' AND c > 12"),
            "SELECT id FROM \"A\" WHERE b = ? AND c > ?");
  EXPECT_EQ(ShownStatement(
                "SELECT aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccc "
                "FROM d"),
            "SELECT aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ...");
}

}  // namespace
}  // namespace gonogo
