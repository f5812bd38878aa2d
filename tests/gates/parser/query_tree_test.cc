// Tests pairs of queries: the same views as PostgreSQL 15 and 18 print them, and different ones.
#include "gates/parser/query_tree.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(SameQuery, IsTrueForEqualTexts) {
  EXPECT_TRUE(SameQuery("SELECT 1", "SELECT 1"));
  EXPECT_TRUE(SameQuery("not a query", "not a query"));
}

TEST(SameQuery, IgnoresTheOnlyTablesNameInTheOutermostColumns) {
  EXPECT_TRUE(
      SameQuery(" SELECT t.id,\n    lower(t.name) AS name\n   FROM app.t\n  WHERE (t.n > 0);",
                " SELECT id,\n    lower(name) AS name\n   FROM app.t\n  WHERE (n > 0);"));
  EXPECT_TRUE(
      SameQuery("SELECT x.a FROM app.t x GROUP BY x.a", "SELECT a FROM app.t x GROUP BY a"));
  EXPECT_TRUE(SameQuery("SELECT s.a FROM (SELECT t.a FROM app.t) s",
                        "SELECT a FROM (SELECT t.a FROM app.t) s"));
}

TEST(SameQuery, KeepsTheNamesInSubqueries) {
  EXPECT_TRUE(
      SameQuery("SELECT t.id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE u.t_id = t.id)",
                "SELECT id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE u.t_id = t.id)"));
  EXPECT_FALSE(
      SameQuery("SELECT t.id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE u.t_id = t.id)",
                "SELECT t.id FROM app.t WHERE EXISTS (SELECT 1 FROM app.u WHERE u.t_id = id)"));
}

TEST(SameQuery, IsFalseForAnotherMeaning) {
  EXPECT_FALSE(SameQuery("SELECT t.id FROM app.t", "SELECT other FROM app.t"));
  EXPECT_FALSE(SameQuery("SELECT t.id FROM app.t", "SELECT id FROM app.u"));
  EXPECT_FALSE(SameQuery("SELECT 1 FROM app.t WHERE t.n > 0", "SELECT 1 FROM app.t WHERE n > 1"));
  EXPECT_FALSE(SameQuery("SELECT a.id FROM app.a, app.b", "SELECT id FROM app.a, app.b"));
  EXPECT_FALSE(SameQuery("SELECT a.id FROM app.a JOIN app.b ON true",
                         "SELECT b.id FROM app.a JOIN app.b ON true"));
}

TEST(SameQuery, ComparesTextsThatCannotBeParsed) {
  EXPECT_FALSE(SameQuery("SELECT t.id FROM app.t ???", "SELECT id FROM app.t ???"));
}

}  // namespace
}  // namespace gonogo
