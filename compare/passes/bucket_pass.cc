// Adds up digests on the server. Sums don't depend on the order of rows, ranges or sessions.
#include "compare/passes/bucket_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "core/error.h"

namespace gonogo {
namespace {

// Measured on PostgreSQL 15: up to some thousand groups cost the same; more miss the CPU cache.
constexpr std::int64_t kRowsPerBucket = 1'000;
constexpr std::int64_t kFewestBuckets = 16;
constexpr std::int64_t kMostBuckets = 16'384;
constexpr std::int64_t kRowsPerBlock = 64;  // a guess; only speed depends on it

std::size_t BucketsFor(const ScannedRelation& relation) {
  const std::int64_t rows = kRowsPerBlock * std::max(relation.sides.source.shape.blocks(),
                                                     relation.sides.target.shape.blocks());
  const auto wanted = std::clamp(rows / kRowsPerBucket, kFewestBuckets, kMostBuckets);
  return std::bit_ceil(static_cast<std::size_t>(wanted));
}

// Parses a number modulo 2^64: the server's sum(bigint) has up to 38 digits.
std::uint64_t ParseSum(const std::string& text) {
  std::uint64_t sum = 0;
  const bool negative = text.starts_with('-');
  for (const char digit : text.substr(negative ? 1 : 0)) {
    if (digit < '0' || digit > '9') throw DatabaseError("not a sum: " + text, "");
    sum = sum * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return negative ? -sum : sum;
}

const std::string& PartOf(const ScannedRelation& relation, SideName side, const Range& range) {
  return relation.sides[side].shape.parts[range.part].from;
}

std::string Statement(const ScannedRelation& relation, SideName side, const Range& range,
                      std::size_t buckets) {
  std::string sums;
  for (std::size_t limb = 1; limb <= relation.digest.limbs(); ++limb) {
    sums += fmt::format(", pg_catalog.sum(d{0}) AS sum{0}", limb);
  }
  return fmt::format(
      "SELECT k OPERATOR(pg_catalog.&) {}::int8 AS bucket, pg_catalog.count(*) AS rows{} FROM ({}) AS digests GROUP BY 1",
      buckets - 1, sums,
      relation.digest.Select(side, PartOf(relation, side, range), ConditionOf(relation, range)));
}

// True if the statement failed because of a value (SQLSTATE class 22), not a privilege or timeout.
bool IsDataException(const DatabaseError& error) { return error.sqlstate().starts_with("22"); }

// Finds out which column caused the error, and throws with its name. First counts the rows without
// any column, because the fault may be in the relation's `where`.
[[noreturn]] void ThrowWithColumn(const ScannedRelation& relation, SideName side, Session& session,
                                  const Range& range, const DatabaseError& error) {
  const std::string condition = ConditionOf(relation, range);
  const std::string rows = fmt::format(" FROM {}{}{}", PartOf(relation, side, range),
                                       condition.empty() ? "" : " WHERE ", condition);
  session.Query("SELECT pg_catalog.count(*)" + rows, {});
  for (const auto& [column, expression] : relation.digest.ColumnDigests(side)) {
    try {
      session.Query(fmt::format("SELECT pg_catalog.count({}){}", expression, rows), {});
    } catch (const DatabaseError& of_column) {
      throw DatabaseError(
          of_column.Reworded(fmt::format("can't compare column {}: {}", column, of_column.what())));
    }
  }
  throw DatabaseError(error);
}

class BucketSums {
 public:
  BucketSums(std::size_t count, std::size_t limbs) : limbs_(limbs) { sums_.buckets.resize(count); }

  std::int64_t Add(const Rows& rows) {
    const std::scoped_lock lock(mutex_);
    std::int64_t added = 0;
    for (const Row row : rows) {
      Bucket& bucket = sums_.buckets.at(static_cast<std::size_t>(row.Integer("bucket")));
      bucket.rows += row.Integer("rows");
      added += row.Integer("rows");
      for (std::size_t limb = 0; limb < limbs_; ++limb) {
        bucket.sums[limb] += ParseSum(row.Text("sum" + std::to_string(limb + 1)));
      }
    }
    return added;
  }

  Buckets Result() { return std::move(sums_); }

 private:
  std::size_t limbs_;
  std::mutex mutex_;  // guards sums_ until the scan ends
  Buckets sums_;
};

}  // namespace

std::int64_t Buckets::rows() const {
  std::int64_t sum = 0;
  for (const Bucket& bucket : buckets) sum += bucket.rows;
  return sum;
}

std::string Buckets::Digest(std::size_t limbs) const {
  std::string digits;
  for (std::size_t limb = 0; limb < limbs; ++limb) {
    std::uint64_t sum = 0;
    for (const Bucket& bucket : buckets) sum += bucket.sums[limb];
    digits += fmt::format("{:016x}", sum);
  }
  return digits;
}

std::string ConditionOf(const ScannedRelation& relation, const Range& range) {
  if (relation.where.empty()) return range.condition;
  // On separate lines, so that a comment at the end of `where` doesn't hide what follows.
  const std::string where = "(\n" + relation.where + "\n)";
  return range.condition.empty() ? where : where + " AND " + range.condition;
}

BothBuckets SumUp(const ScannedRelation& relation, const Effort& effort) {
  const std::size_t count = BucketsFor(relation);
  PerSide<BucketSums> sums{{count, relation.digest.limbs()}, {count, relation.digest.limbs()}};
  const auto read = [&](SideName side, Session& session, const Range& range) {
    try {
      return sums[side].Add(session.Query(Statement(relation, side, range, count), {}));
    } catch (const DatabaseError& error) {
      if (!IsDataException(error)) throw;
      ThrowWithColumn(relation, side, session, range, error);
    }
  };
  ScanBoth(relation.sides, read, effort);
  return {sums.source.Result(), sums.target.Result()};
}

}  // namespace gonogo
