// Tests which rows have a bucket in common.
#include "compare/passes/bucket_pass.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/compare/compared.h"

namespace gonogo::testing_support {
namespace {

constexpr std::int64_t kManyRows = 1'000'000;  // far more than there are, so many buckets

BothBuckets BucketsOf(Pair& pair, const std::string& table, Method method) {
  const ComparedRelation relation{.source = table, .target = table, .method = method};
  const AgreedForms forms(pair.Source(), pair.Target());
  const RelationShape source = ReadShapes(pair.Source(), {{"public", table}}).begin()->second;
  const RelationShape target = ReadShapes(pair.Target(), {{"public", table}}).begin()->second;
  const ScannedRelation scanned{
      .shapes = {&source, &target},
      .digest = RowDigest(PairColumns(relation, source, target), method, forms),
      .where = ""};
  return SumUpByBucket({{.sessions = {&pair.Source()}}, {.sessions = {&pair.Target()}}}, scanned,
                       kManyRows, Effort{});
}

std::ptrdiff_t CountFilled(const Buckets& buckets) {
  return std::count_if(buckets.begin(), buckets.end(),
                       [](const Sums& sums) { return sums.rows > 0; });
}

struct Keys {
  std::string source;  // columns and constraint
  std::string target;
  std::string values;  // of a row, from the number n
  bool are_near;       // so that few buckets have rows
};

const std::vector<Keys>& KindsOfKeys() {
  static const std::vector<Keys> kinds = {
      {"k int8 PRIMARY KEY", "k int8 PRIMARY KEY", "n", true},
      {"k int2 PRIMARY KEY", "k int8 PRIMARY KEY", "n - 320", true},
      {"k int8 PRIMARY KEY", "k int4 PRIMARY KEY", "n", true},
      {"a text, k int4, PRIMARY KEY (a, k)", "a text, k int4, PRIMARY KEY (a, k)", "'a', n", true},
      {"k int8 PRIMARY KEY", "k int8 PRIMARY KEY", "n * 64", false},
      {"k int4, a int4, PRIMARY KEY (k, a)", "k int4, a int4, PRIMARY KEY (k, a)", "n, 1", false},
      {"k text PRIMARY KEY", "k text PRIMARY KEY", "n", false},
      {"k int8", "k int8", "n", false}};
  return kinds;
}

// 640 rows. Equal keys have one bucket on both sides, whatever the widths of the numbers.
TEST(BucketPass, PutsNeighboursIntoOneBucket) {
  const BothDatabases databases("buckets");
  PerSide<std::string> tables;
  for (std::size_t i = 0; i < KindsOfKeys().size(); ++i) {
    const Keys& keys = KindsOfKeys()[i];
    const std::string name = "t" + std::to_string(i);
    for (const SideName side : kBothSides) {
      tables[side] += "CREATE TABLE " + name + " (" +
                      (side == SideName::kSource ? keys.source : keys.target) + "); INSERT INTO " +
                      name + " SELECT " + keys.values + " FROM generate_series(1, 640) AS n;";
    }
  }
  databases.OnSource(tables.source);
  databases.OnTarget(tables.target);
  Pair pair = databases.Open();
  for (std::size_t i = 0; i < KindsOfKeys().size(); ++i) {
    const Keys& keys = KindsOfKeys()[i];
    SCOPED_TRACE(keys.source + " / " + keys.target + ": " + keys.values);
    for (const Method method : {Method::kNative, Method::kSha256}) {
      const BothBuckets buckets = BucketsOf(pair, "t" + std::to_string(i), method);
      EXPECT_EQ(buckets.source, buckets.target);
      EXPECT_EQ(TotalOf(buckets.source).rows, 640);
      const bool are_few = CountFilled(buckets.source) <= 11;
      EXPECT_EQ(are_few, keys.are_near && method == Method::kNative);
    }
  }
}

// A row that differs is found, and one that only one side has, though neighbours share the bucket.
TEST(BucketPass, LeadsToTheRowsThatDiffer) {
  const BothDatabases databases("buckets");
  const std::string fill = "INSERT INTO t SELECT n, n FROM generate_series(-320, 320) AS n";
  databases.OnSource("CREATE TABLE t (k int2 PRIMARY KEY, v text); " + fill);
  databases.OnTarget("CREATE TABLE t (k int8 PRIMARY KEY, v text); " + fill +
                     "; UPDATE t SET v = 'x' WHERE k IN (-1, 7); DELETE FROM t WHERE k = 8;"
                     "INSERT INTO t VALUES (4294967296, 'y')");
  for (const char* method : {"native", "sha256"}) {
    const Comparison comparison = Compared(
        databases, {.source = "t", .target = "t", .method = MethodNamed(method)}, First::kBuckets);
    EXPECT_EQ(Describe(comparison.counts), "1 row missing, 1 row extra, 2 rows different")
        << method;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
