// Tests comparisons of tables that other sessions change while they run.
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/compare/compared.h"

namespace gonogo::testing_support {
namespace {

// Returns how the comparison ends, in words.
std::string EndOf(Pair& pair, const ComparedRelation& relation) {
  try {
    const Comparison comparison = Comparer(pair, {relation}, {}).Compare(relation, {});
    return comparison.equal() ? "equal" : Describe(comparison.counts);
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.sqlstate(), "40001");
    return error.what();
  }
}

TEST(UnderWay, ATableThatIsRewrittenOnBothSidesIsNotEqual) {
  const BothDatabases databases("under_way");
  const std::string create =
      "CREATE TABLE t (id int PRIMARY KEY, v text);"
      "CREATE TABLE p (id int, v text) PARTITION BY RANGE (id);"
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (1000);";
  databases.OnBoth(create);
  for (const std::string& rewrite :
       {std::string("ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid(); "
                    "ALTER TABLE p ADD COLUMN u uuid DEFAULT gen_random_uuid()"),
        std::string("TRUNCATE t, p"), std::string("ALTER TABLE p DETACH PARTITION p1; TRUNCATE t"),
        "DROP TABLE t, p; " + create}) {
    databases.OnBoth("DROP TABLE t, p; DROP TABLE IF EXISTS p1; " + create);
    databases.OnSource(
        "INSERT INTO t SELECT i, 'v' FROM generate_series(1, 50) AS i; INSERT INTO p TABLE t");
    Pair pair = databases.Open();
    databases.OnBoth(rewrite);
    for (const char* relation : {"public.t", "public.p"}) {
      const std::string end = EndOf(pair, {.source = relation, .target = relation});
      EXPECT_NE(end.find("after the snapshot was taken"), std::string::npos)
          << rewrite << ": " << relation << ": " << end;
    }
  }
}

// Fails if a comparison keeps a lock: the ALTER TABLE then waits until its lock_timeout. Both
// tables have been read by then, and the first one by all passes.
TEST(UnderWay, TablesCanBeAlteredOnceTheyAreRead) {
  const BothDatabases databases("under_way");
  databases.OnBoth(
      "CREATE TABLE first (id int PRIMARY KEY); INSERT INTO first VALUES (1);"
      "CREATE TABLE next (id int PRIMARY KEY); INSERT INTO next VALUES (1)");
  databases.OnTarget("INSERT INTO first VALUES (2)");
  Pair pair = databases.Open();
  const ComparedRelation first{.source = "public.first", .target = "public.first"};
  const ComparedRelation next{.source = "public.next", .target = "public.next"};
  Comparer comparer(pair, {first, next}, {});
  EXPECT_EQ(comparer.Compare(first, {}).counts.extra, 1);
  databases.OnBoth(
      "SET lock_timeout = '2s'; ALTER TABLE first ADD COLUMN v int; ALTER TABLE next ADD COLUMN v int");
  EXPECT_TRUE(comparer.Compare(next, {}).equal());
}

}  // namespace
}  // namespace gonogo::testing_support
