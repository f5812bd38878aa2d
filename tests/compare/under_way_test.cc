// Tests comparisons of tables that other sessions change while they run.
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/compare/compared.h"

namespace gonogo::testing_support {
namespace {

// Returns how the comparison ends, in words.
std::string EndOf(Pair& pair, const ComparedRelation& relation, First first) {
  Comparer comparer(pair, {relation}, {});
  if (first == First::kBuckets) comparer.ExpectDifferencesIn({relation.source});
  try {
    const Comparison comparison = comparer.Compare(relation, {});
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
      for (const First first : {First::kTotals, First::kBuckets}) {
        const std::string end = EndOf(pair, {.source = relation, .target = relation}, first);
        EXPECT_NE(end.find("after the snapshot was taken"), std::string::npos)
            << rewrite << ": " << relation << ": " << end;
      }
    }
  }
}

// A restart ends all sessions. With one session a side, each pass reports the progress of either
// side once; the values of the rows that differ are read after the last report.
TEST(UnderWay, AServerThatRestartsIsAnErrorOfEachPass) {
  const BothDatabases databases("under_way");
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, v text); "
      "INSERT INTO t SELECT i, 'v' FROM generate_series(1, 20000) AS i");
  databases.OnTarget("UPDATE t SET v = 'w' WHERE id = 7");
  const ComparedRelation relation{.source = "public.t", .target = "public.t"};
  constexpr int kReports = 6;  // of three passes
  for (int at = 1; at <= kReports; ++at) {
    int reports = 0;
    const auto progress = [&](const Progress&) {
      if (++reports != at) return;
      ExecuteAsAdmin(TestPair().target,
                     "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                     "WHERE application_name LIKE 'gonogo target #%'");
    };
    Pair pair = databases.Open();
    Comparer comparer(pair, {relation}, {.jobs = 1, .max_load = 0, .progress = progress});
    EXPECT_THROW(comparer.Compare(relation, {}), DatabaseError) << "at report " << at;
    EXPECT_GE(reports, at);
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
