#include "compare/passes/bucket_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// Each portion returns all buckets. Measured on PostgreSQL 15: 16,384 of them cost a row 13 % more
// than 4,096, because they miss the CPU cache. But where 10,000 rows of 5 million differ, 4,096
// leave nothing out of the pass that follows.
constexpr std::int64_t kRowsPerBucket = 500;
constexpr std::int64_t kFewestBuckets = 16;
constexpr std::int64_t kMostBuckets = 16'384;

std::string StatementOfBuckets(const ScannedRelation& relation, SideName side,
                               const Portion& portion, std::size_t buckets) {
  std::string sums;
  for (std::size_t limb = 1; limb <= relation.digest.limbs(); ++limb) {
    sums += fmt::format(", pg_catalog.sum(d{0}) AS sum{0}", limb);
  }
  std::vector<std::string> selects;
  for (const Range& range : portion) {
    selects.push_back(fmt::format(
        "SELECT b OPERATOR(pg_catalog.&) {}::int8 AS bucket, pg_catalog.count(*) AS rows{} FROM ({}) AS digests GROUP BY 1",
        buckets - 1, sums,
        relation.digest.Select(side, relation.PartOf(side, range), relation.ConditionOf(range))));
  }
  return Join(selects, " UNION ALL ");
}

class BucketSums {
 public:
  BucketSums(std::size_t count, std::size_t limbs) : limbs_(limbs), buckets_(count) {}

  std::int64_t Add(const Rows& rows) {
    const std::scoped_lock lock(mutex_);
    std::int64_t added = 0;
    for (const Row row : rows) {
      const Sums sums = SumsOf(row, limbs_);
      buckets_.at(static_cast<std::size_t>(row.Integer("bucket"))) += sums;
      added += sums.rows;
    }
    return added;
  }

  Buckets Result() { return std::move(buckets_); }

 private:
  std::size_t limbs_;
  std::mutex mutex_;  // guards buckets_ until the scan ends
  Buckets buckets_;
};

}  // namespace

Sums TotalOf(const Buckets& buckets) {
  Sums total;
  for (const Sums& bucket : buckets) total += bucket;
  return total;
}

BothBuckets SumUpByBucket(const Readers& readers, const ScannedRelation& relation,
                          std::int64_t rows, const Effort& effort) {
  const std::size_t count = std::bit_ceil(
      static_cast<std::size_t>(std::clamp(rows / kRowsPerBucket, kFewestBuckets, kMostBuckets)));
  PerSide<BucketSums> sums{{count, relation.digest.limbs()}, {count, relation.digest.limbs()}};
  const auto read = [&](SideName side, Session& session, const Portion& portion) {
    try {
      return sums[side].Add(session.Query(StatementOfBuckets(relation, side, portion, count), {}));
    } catch (const DatabaseError& error) {
      throw DatabaseError(relation.Explained(error, side, session, portion.front()));
    }
  };
  ScanBoth(readers, {{relation.shapes.source}, {relation.shapes.target}}, read, effort);
  return {sums.source.Result(), sums.target.Result()};
}

}  // namespace gonogo
