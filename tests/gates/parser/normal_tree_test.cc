// Tests pairs of statements: what one server printed, as another prints it, and different ones.
#include "gates/parser/normal_tree.h"

#include <gtest/gtest.h>

#include <chrono>

namespace gonogo {
namespace {

bool HaveOneTree(const std::string& one, const std::string& other) {
  const auto first = NormalTree(one);
  const auto second = NormalTree(other);
  EXPECT_TRUE(first && second) << one << "\n" << other;
  return first == second;
}

TEST(NormalTree, IsEqualForNestedAndFlatOperations) {
  EXPECT_TRUE(HaveOneTree("SELECT (((a >= 1) AND (a <= 9)) AND (b > 0))",
                          "SELECT ((a >= 1) AND (a <= 9) AND (b > 0))"));
  EXPECT_TRUE(HaveOneTree("SELECT (a OR (b OR (c OR d)))", "SELECT (((a OR b) OR c) OR d)"));
  EXPECT_FALSE(HaveOneTree("SELECT ((a OR b) AND c)", "SELECT (a OR (b AND c))"));
  EXPECT_FALSE(HaveOneTree("SELECT (NOT (a AND b))", "SELECT ((NOT a) AND b)"));
  EXPECT_FALSE(HaveOneTree("SELECT (a AND b)", "SELECT (b AND a)"));
}

TEST(NormalTree, IsEqualForCastsOfArraysAndOfTheirElements) {
  EXPECT_TRUE(HaveOneTree(
      "SELECT ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
      "SELECT ((s)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character "
      "varying)::text]))"));
  EXPECT_TRUE(HaveOneTree("SELECT (ARRAY[ARRAY[a, b], ARRAY[c]])::numeric(10,2)[]",
                          "SELECT ARRAY[ARRAY[(a)::numeric(10,2), (b)::numeric(10,2)], "
                          "ARRAY[(c)::numeric(10,2)]]"));
  EXPECT_FALSE(HaveOneTree("SELECT (ARRAY[a])::text[]", "SELECT ARRAY[a]"));
  EXPECT_FALSE(HaveOneTree("SELECT (ARRAY[a])::text[]", "SELECT (ARRAY[a])::text"));
  EXPECT_FALSE(HaveOneTree("SELECT (ARRAY[])::text[]", "SELECT (ARRAY[])::integer[]"));
}

TEST(NormalTree, IsEqualForNamesInLiteralsThatOnlySomeVersionsQuote) {
  EXPECT_TRUE(HaveOneTree(R"(SELECT nextval('"json".numbers'::regclass))",
                          "SELECT nextval('json.numbers'::regclass)"));
  EXPECT_FALSE(HaveOneTree(R"(SELECT nextval('"Json".numbers'::regclass))",
                           "SELECT nextval('json.numbers'::regclass)"));
  EXPECT_FALSE(HaveOneTree(R"(SELECT '"json"'::text)", "SELECT 'json'::text"));
  EXPECT_FALSE(HaveOneTree(R"(SELECT '"json"'::app.regular)", "SELECT 'json'::app.regular"));
}

TEST(NormalTree, TakesSecondsForThousandsOfNestedOperations) {
  const auto nested = [](int levels) {
    std::string sql = "SELECT ";
    for (int i = 0; i < levels; ++i) sql += "NOT (";
    return sql + "a" + std::string(static_cast<std::size_t>(levels), ')');
  };
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(HaveOneTree(nested(3'000), nested(3'000)));
  EXPECT_FALSE(HaveOneTree(nested(3'000), nested(2'999)));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(NormalTree, HasNoTableNameInColumnsOfTheOutermostQuery) {
  EXPECT_TRUE(
      HaveOneTree(" SELECT t.id,\n    lower(t.name) AS name\n   FROM app.t\n  WHERE (t.n > 0);",
                  " SELECT id,\n    lower(name) AS name\n   FROM app.t\n  WHERE (n > 0);"));
  EXPECT_TRUE(HaveOneTree("SELECT x.a FROM app.t x TABLESAMPLE system (('50'::real))",
                          "SELECT a FROM app.t x TABLESAMPLE system (('50'::real))"));
  EXPECT_TRUE(HaveOneTree("SELECT s.a FROM (SELECT t.a FROM app.t) s",
                          "SELECT a FROM (SELECT t.a FROM app.t) s"));
  EXPECT_TRUE(HaveOneTree("SELECT x.a FROM XMLTABLE('/a' PASSING y COLUMNS a integer) x",
                          "SELECT a FROM XMLTABLE('/a' PASSING y COLUMNS a integer) x"));
  EXPECT_TRUE(HaveOneTree("SELECT \"xmltable\".a FROM XMLTABLE('/a' PASSING y COLUMNS a integer)",
                          "SELECT a FROM XMLTABLE('/a' PASSING y COLUMNS a integer)"));
  EXPECT_FALSE(HaveOneTree("SELECT a.id FROM app.a, app.b", "SELECT id FROM app.a, app.b"));
  EXPECT_FALSE(HaveOneTree("SELECT a.id FROM app.a JOIN app.b ON true",
                           "SELECT b.id FROM app.a JOIN app.b ON true"));
}

TEST(NormalTree, KeepsTableNamesInSubqueries) {
  const std::string query = "SELECT t.id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE ";
  EXPECT_TRUE(HaveOneTree(query + "u.t_id = t.id)",
                          "SELECT id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE u.t_id = "
                          "t.id)"));
  EXPECT_FALSE(HaveOneTree(query + "u.t_id = t.id)", query + "u.t_id = id)"));
}

TEST(NormalTree, NamesOnlyColumnsWhoseNamesMatter) {
  EXPECT_TRUE(HaveOneTree("SELECT a FROM t UNION ALL SELECT NULL::integer",
                          "SELECT a FROM t UNION ALL SELECT NULL::integer AS int4"));
  EXPECT_TRUE(HaveOneTree("SELECT x FROM t WHERE EXISTS (SELECT 'x'::text FROM u)",
                          "SELECT x FROM t WHERE EXISTS (SELECT 'x'::text AS text FROM u)"));
  EXPECT_TRUE(HaveOneTree("SELECT s.a FROM (SELECT t.a, NULL::text FROM t) s",
                          "SELECT s.a FROM (SELECT t.a, NULL::text AS text FROM t) s"));
  EXPECT_FALSE(HaveOneTree("SELECT a AS x FROM t UNION SELECT b FROM t",
                           "SELECT a AS y FROM t UNION SELECT b FROM t"));
  EXPECT_FALSE(HaveOneTree("SELECT s.a FROM (SELECT t.a, 'x'::text AS x FROM t) s",
                           "SELECT s.a FROM (SELECT t.a, 'x'::text AS y FROM t) s"));
}

TEST(NormalTree, IsEqualForAnOperationAndItsFunction) {
  EXPECT_TRUE(
      HaveOneTree("SELECT timezone('UTC'::text, a)", "SELECT (a AT TIME ZONE 'UTC'::text)"));
  EXPECT_TRUE(HaveOneTree("SELECT \"position\"(a, b)", "SELECT POSITION((b) IN (a))"));
  EXPECT_TRUE(HaveOneTree("SELECT a OPERATOR(pg_catalog.+) b", "SELECT (a + b)"));
  EXPECT_FALSE(
      HaveOneTree("SELECT app.timezone('UTC'::text, a)", "SELECT (a AT TIME ZONE 'UTC'::text)"));
  EXPECT_FALSE(HaveOneTree("SELECT a OPERATOR(app.+) b", "SELECT (a + b)"));
}

TEST(NormalTree, IsEqualWithAndWithoutIn) {
  EXPECT_TRUE(HaveOneTree("CREATE FUNCTION f(IN x integer, INOUT y text) LANGUAGE sql AS ''",
                          "CREATE FUNCTION f(x integer, INOUT y text) LANGUAGE sql AS ''"));
  EXPECT_FALSE(HaveOneTree("CREATE FUNCTION f(x integer) LANGUAGE sql AS ''",
                           "CREATE FUNCTION f(OUT x integer) LANGUAGE sql AS ''"));
}

TEST(NormalTree, IsNothingForWhatTheParserCannotRead) {
  EXPECT_FALSE(NormalTree("SELECT ???"));
  EXPECT_FALSE(NormalTree("SELECT SYSTEM_USER"));
  EXPECT_TRUE(NormalTree("SELECT \"system_user\", 'SYSTEM_USER'"));
}

}  // namespace
}  // namespace gonogo
