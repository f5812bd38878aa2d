// Sums do not depend on an order: neither of rows, nor of ranges, nor of sessions.
#include "compare/passes/bucket_pass.h"

#include <algorithm>
#include <bit>

#include "core/error.h"

namespace gonogo {
namespace {

// Measured on 15: up to some thousand groups cost the same, more of them miss the processor's
// cache.
constexpr std::int64_t kRowsPerBucket = 1'000;
constexpr std::int64_t kFewestBuckets = 16;
constexpr std::int64_t kMostBuckets = 16'384;
constexpr std::int64_t kRowsPerBlock = 64;  // a guess; only speed depends on it

std::size_t BucketsFor(const ScannedRelation& relation) {
  const std::int64_t rows =
      kRowsPerBlock * std::max(relation.source.blocks(), relation.target.blocks());
  const auto wanted = std::clamp(rows / kRowsPerBucket, kFewestBuckets, kMostBuckets);
  return std::bit_ceil(static_cast<std::size_t>(wanted));
}

// The number that the text spells, modulo 2^64: a server's sum of bigint has up to 38 digits.
std::uint64_t ParseSum(const std::string& text) {
  std::uint64_t sum = 0;
  const bool negative = text.starts_with('-');
  for (const char digit : text.substr(negative ? 1 : 0)) {
    if (digit < '0' || digit > '9') throw DatabaseError("not a sum: " + text, "");
    sum = sum * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return negative ? -sum : sum;
}

std::string Statement(const ScannedRelation& relation, bool target_side, const Range& range,
                      std::size_t buckets) {
  const RelationShape& shape = target_side ? relation.target : relation.source;
  std::string statement =
      "SELECT k & " + std::to_string(buckets - 1) + " AS bucket, count(*) AS rows";
  for (std::size_t limb = 1; limb <= relation.digest.limbs(); ++limb) {
    const std::string n = std::to_string(limb);
    statement.append(", sum(d").append(n).append(") AS sum").append(n);
  }
  return statement + " FROM (" +
         relation.digest.Select(target_side, shape.parts[range.part].from,
                                ConditionOf(relation, range)) +
         ") AS digests GROUP BY 1";
}

// Whether the server gave up over a value, not for want of a privilege or of time.
bool IsOfData(const DatabaseError& error) { return error.sqlstate().starts_with("22"); }

// Asks for the rows alone, where the fault may lie in the relation's condition, then for one column
// after the other, and says which it was.
[[noreturn]] void ThrowWithRelation(const ScannedRelation& relation, bool target_side,
                                    Session& session, const Range& range,
                                    const DatabaseError& error) {
  const RelationShape& shape = target_side ? relation.target : relation.source;
  const std::string condition = ConditionOf(relation, range);
  const std::string rows =
      " FROM " + shape.parts[range.part].from + (condition.empty() ? "" : " WHERE " + condition);
  session.Query("SELECT count(*)" + rows, {});
  for (const auto& [column, expression] : relation.digest.ColumnDigests(target_side)) {
    try {
      session.Query("SELECT count(" + expression + ")" + rows, {});
    } catch (const DatabaseError& of_column) {
      throw DatabaseError("column " + column + " cannot be compared: " + of_column.what(),
                          of_column.sqlstate());
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
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row row = rows[i];
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
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits += "0123456789abcdef"[(sum >> static_cast<unsigned>(shift)) & 15U];
    }
  }
  return digits;
}

std::string ConditionOf(const ScannedRelation& relation, const Range& range) {
  if (relation.where.empty()) return range.condition;
  // On lines of its own: a comment at its end must not hide what follows.
  const std::string where = "(\n" + relation.where + "\n)";
  return range.condition.empty() ? where : where + " AND " + range.condition;
}

BothBuckets SumUp(const ScannedRelation& relation, const Effort& effort) {
  const std::size_t count = BucketsFor(relation);
  BucketSums source(count, relation.digest.limbs());
  BucketSums target(count, relation.digest.limbs());
  const auto reader = [&](bool target_side, BucketSums& sums) {
    return [&relation, &sums, target_side, count](Session& session, const Range& range) {
      try {
        return sums.Add(session.Query(Statement(relation, target_side, range, count), {}));
      } catch (const DatabaseError& error) {
        if (!IsOfData(error)) throw;
        ThrowWithRelation(relation, target_side, session, range, error);
      }
    };
  };
  ScanBoth(
      {relation.source, relation.source_by_block, relation.source_sessions, reader(false, source)},
      {relation.target, relation.target_by_block, relation.target_sessions, reader(true, target)},
      effort);
  return {source.Result(), target.Result()};
}

}  // namespace gonogo
