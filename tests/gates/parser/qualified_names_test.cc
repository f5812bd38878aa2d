// Holds the statements of sql/ to names that mean the same whatever is in the database.
#include "tests/support/qualified_names.h"

#include <gtest/gtest.h>

#include "fixtures/messages/statement_names.h"
#include "fixtures/session/search_path.h"

namespace gonogo::testing_support {
namespace {

using Strings = std::vector<std::string>;

TEST(QualifiedNames, OfFunctionsAndRelationsAreInAllStatements) {
  for (const NamedStatement& statement : AllStatements()) {
    // Scripts for an empty database, which has nothing else of these names.
    if (statement.name.starts_with("sample_")) continue;
    SCOPED_TRACE(statement.name);
    EXPECT_EQ(UnqualifiedNames(std::string(statement.text), Names::kOfFunctionsAndRelations),
              Strings());
  }
}

TEST(QualifiedNames, AreAllNamesOfStatementsThatRunOnAnySearchPath) {
  int count = 0;
  for (const NamedStatement& statement : AllStatements()) {
    if (SearchPathFor(statement.text) != SearchPath::kAny) continue;
    ++count;
    SCOPED_TRACE(statement.name);
    EXPECT_EQ(UnqualifiedNames(std::string(statement.text), Names::kAll), Strings());
  }
  EXPECT_GT(count, 10);
}

TEST(QualifiedNames, AreMissedWhereverTheServerLooksOneUp) {
  const auto missed = [](const std::string& expression) {
    return UnqualifiedNames("SELECT " + expression + " FROM pg_catalog.pg_class AS c", Names::kAll);
  };
  EXPECT_EQ(missed("lower(c.x)"), Strings{"function lower"});
  EXPECT_EQ(missed("c.x = 1"), Strings{"operator ="});
  EXPECT_EQ(missed("- c.x"), Strings{"operator -"});
  EXPECT_EQ(missed("c.x = ANY (c.y)"), Strings{"operator ="});
  EXPECT_EQ(missed("c.x IN (1, 2)"), Strings{"IN"});
  EXPECT_EQ(missed("c.x IN (SELECT 1)"), Strings{"IN"});
  EXPECT_EQ(missed("c.x LIKE 'a'"), Strings{"LIKE"});
  EXPECT_EQ(missed("c.x BETWEEN 1 AND 2"), Strings{"BETWEEN"});
  EXPECT_EQ(missed("NULLIF(c.x, 1)"), Strings{"NULLIF"});
  EXPECT_EQ(missed("c.x IS DISTINCT FROM c.y"), Strings{"IS DISTINCT FROM"});
  EXPECT_EQ(missed("CASE c.x WHEN 1 THEN 2 END"), Strings{"CASE with a value"});
  EXPECT_EQ(missed("GREATEST(c.x, 1)"), Strings());
  EXPECT_EQ(missed("c.x::text"), Strings{"type text"});
  EXPECT_EQ(missed("c.x COLLATE \"C\""), Strings{"collation C"});
  EXPECT_EQ(missed("(SELECT x FROM t)"), Strings{"relation t"});
  EXPECT_EQ(missed("(SELECT 1 FROM pg_catalog.a JOIN pg_catalog.b USING (x))"), Strings{"USING"});
  EXPECT_EQ(missed("(SELECT 1 FROM pg_catalog.a NATURAL JOIN pg_catalog.b)"), Strings{"NATURAL"});
  EXPECT_EQ(missed("(SELECT 1 FROM pg_catalog.a ORDER BY x USING <)"), Strings{"operator <"});
  EXPECT_EQ(missed("(WITH t AS (SELECT 1) SELECT x FROM t)"), Strings());
  EXPECT_EQ(missed("pg_catalog.lower(c.x) OPERATOR(pg_catalog.=) 'a'::pg_catalog.text"), Strings());
  EXPECT_EQ(missed("c.x::bigint, EXTRACT(EPOCH FROM c.y), c.y AT TIME ZONE 'UTC'"), Strings());
}

}  // namespace
}  // namespace gonogo::testing_support
