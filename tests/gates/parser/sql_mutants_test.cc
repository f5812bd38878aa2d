// Tests the changes with which ci/mutate-sql tries the cases of gates.
#include "tests/support/sql_mutants.h"

#include <gtest/gtest.h>

#include "fixtures/messages/statement_names.h"

namespace gonogo::testing_support {
namespace {

std::vector<std::string> KindsAndPlaces(const std::string& statement) {
  std::vector<std::string> places;
  for (const SqlMutant& mutant : MutantsOf(statement))
    places.push_back(mutant.kind + ": " + mutant.place);
  return places;
}

std::vector<std::string> Texts(const std::string& statement, const std::string& kind) {
  std::vector<std::string> texts;
  for (const SqlMutant& mutant : MutantsOf(statement)) {
    if (mutant.kind == kind) texts.push_back(mutant.text);
  }
  return texts;
}

using Lines = std::vector<std::string>;

TEST(SqlMutants, DropConditions) {
  EXPECT_EQ(Texts("SELECT FROM t WHERE a AND NOT b ORDER BY c;", "condition dropped"),
            Lines({"SELECT FROM t WHERE true AND NOT b ORDER BY c;",
                   "SELECT FROM t WHERE a AND true ORDER BY c;"}));
  EXPECT_EQ(Texts("SELECT FROM t WHERE (a OR b);", "condition dropped"),
            Lines({"SELECT FROM t WHERE true;", "SELECT FROM t WHERE (false OR b);",
                   "SELECT FROM t WHERE (a OR false);"}));
}

TEST(SqlMutants, DropBranchesOfCase) {
  EXPECT_EQ(
      Texts("SELECT CASE k WHEN 'a' THEN 1 ELSE CASE WHEN b THEN 2 END END AS n FROM t;",
            "WHEN dropped"),
      Lines({"SELECT CASE k WHEN NULL THEN 1 ELSE CASE WHEN b THEN 2 END END AS n FROM t;",
             "SELECT CASE k WHEN 'a' THEN 1 ELSE CASE WHEN false THEN 2 END END AS n FROM t;"}));
}

TEST(SqlMutants, TurnComparisons) {
  EXPECT_EQ(Texts("SELECT FROM t WHERE t.a = t.b;", "comparison turned"),
            Lines({"SELECT FROM t WHERE t.a <> t.b;"}));
  EXPECT_EQ(Texts("SELECT FROM t WHERE a IS NULL;", "NULL turned"),
            Lines({"SELECT FROM t WHERE a IS NOT NULL;"}));
}

TEST(SqlMutants, DropBranchesOfUnions) {
  EXPECT_EQ(
      Texts("SELECT 1 UNION ALL SELECT 2 ORDER BY 1;", "branch dropped"),
      Lines({"SELECT * FROM (SELECT 1) AS no_branch WHERE false UNION ALL SELECT 2 ORDER BY 1;",
             "SELECT 1 UNION ALL SELECT * FROM (SELECT 2) AS no_branch WHERE false ORDER BY 1;"}));
}

TEST(SqlMutants, LeaveOutColumnsAndValues) {
  EXPECT_EQ(Texts("SELECT t.a, f(b) AS c FROM t;", "column left out"),
            Lines({"SELECT CASE WHEN false THEN (t.a) END AS a, f(b) AS c FROM t;",
                   "SELECT t.a, CASE WHEN false THEN (f(b)) END AS c FROM t;"}));
  EXPECT_EQ(Texts("SELECT json_build_object('a', b);", "value left out"),
            Lines({"SELECT json_build_object('a', CASE WHEN false THEN (b) END);"}));
}

TEST(SqlMutants, ChangeJoinsListsAndOrders) {
  EXPECT_EQ(KindsAndPlaces("SELECT FROM a JOIN b ON true LEFT JOIN c ON true;"),
            Lines({"join made LEFT: JOIN b", "join made inner: LEFT JOIN c"}));
  EXPECT_EQ(Texts("SELECT FROM t WHERE k IN ('a', 'b');", "literal dropped: 'a'"),
            Lines({"SELECT FROM t WHERE k IN ('b');"}));
  EXPECT_EQ(Texts("SELECT FROM t WHERE k IN ('a', 'b');", "literal dropped: 'b'"),
            Lines({"SELECT FROM t WHERE k IN ('a');"}));
  EXPECT_EQ(Texts("SELECT array_agg(DISTINCT a ORDER BY a) AS l;", "ORDER BY dropped"),
            Lines({"SELECT array_agg(DISTINCT a ) AS l;"}));
}

TEST(SqlMutants, MakeNoJoinLeftThatAlwaysFindsItsRow) {
  const std::string join =
      "SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON ";
  EXPECT_EQ(Texts(join + "n.oid = c.relnamespace WHERE a;", "join made LEFT"), Lines());
  EXPECT_EQ(Texts(join + "n.oid = c.relnamespace AND b WHERE a;", "join made LEFT").size(), 1U);
  EXPECT_EQ(Texts(join + "n.oid = c.other WHERE a;", "join made LEFT").size(), 1U);
}

TEST(SqlMutants, MakeNoJoinLeftWhoseRowIsDemandedLater) {
  const std::string join = "SELECT FROM x JOIN a ON a.k = x.k ";
  EXPECT_EQ(Texts(join + "WHERE a.n = 1;", "join made LEFT"), Lines());
  EXPECT_EQ(Texts(join + "JOIN b ON b.k = a.k WHERE b.n = 1;", "join made LEFT"), Lines());
  EXPECT_EQ(Texts(join + "WHERE a.n = 1 OR y;", "join made LEFT").size(), 1U);
  EXPECT_EQ(Texts(join + "LEFT JOIN b ON b.k = a.k WHERE y;", "join made LEFT").size(), 1U);
}

TEST(SqlMutants, DropNothingThatNoCaseCouldShow) {
  EXPECT_EQ(Texts("SELECT FROM d WHERE d.classid = 'c'::regclass AND a;", "condition dropped"),
            Lines({"SELECT FROM d WHERE d.classid = 'c'::regclass AND true;"}));
  EXPECT_EQ(Texts("SELECT FROM d WHERE d.classid = o.class AND a;", "condition dropped"),
            Lines({"SELECT FROM d WHERE d.classid = o.class AND true;"}));
  const std::string aggregate = "SELECT (SELECT array_agg(f.a ORDER BY f.place) FROM unnest(b) ";
  EXPECT_EQ(Texts(aggregate + "WITH ORDINALITY AS f (a, place));", "ORDER BY dropped"), Lines());
  EXPECT_EQ(Texts(aggregate + "AS f (a, place));", "ORDER BY dropped").size(), 1U);
}

TEST(SqlMutants, AreMadeOfEachStatementThatHasAnyCondition) {
  for (const NamedStatement& statement : AllStatements()) {
    const bool has_condition = statement.text.find("WHERE") != std::string_view::npos;
    EXPECT_TRUE(!has_condition || !MutantsOf(statement.text).empty()) << statement.name;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
