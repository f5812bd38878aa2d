// The first pass of a comparison: counts and sums up the rows of both sides, by bucket of the key's
// hash. Tells whether the contents are equal and, if not, which buckets differ.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/forms/row_digest.h"
#include "compare/passes/scan.h"

namespace gonogo {

struct Bucket {
  std::int64_t rows = 0;
  std::array<std::uint64_t, 4> sums = {};  // of each limb, modulo 2^64

  bool operator==(const Bucket&) const = default;
};

// The sums of one side.
struct Buckets {
  std::vector<Bucket> buckets;  // their number is a power of two

  std::int64_t rows() const;
  // Returns the digest of all rows, which doesn't depend on their order: 16 hexadecimal digits per
  // limb.
  std::string Digest(std::size_t limbs) const;
};

using BothBuckets = PerSide<Buckets>;

// What both passes need to know about one relation.
struct ScannedRelation {
  PerSide<ScannedSide> sides;
  const RowDigest& digest;
  std::string where;  // SQL; empty: all rows
};

// Returns the range's condition combined with the relation's `where`.
std::string ConditionOf(const ScannedRelation& relation, const Range& range);

// Throws DatabaseError. If a server can't hash the values of a column, the error names the column.
BothBuckets SumUp(const ScannedRelation& relation, const Effort& effort);

}  // namespace gonogo
