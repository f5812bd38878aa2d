// The first pass: rows and digests of both sides, by bucket of the key's hash. It decides whether
// contents are equal, and where they are not it says in which buckets to look.
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

// One side, summed up.
struct Buckets {
  std::vector<Bucket> buckets;  // a power of two of them

  std::int64_t rows() const;
  // Of all rows, whatever their order: hexadecimal, 16 digits for each limb.
  std::string Digest(std::size_t limbs) const;
};

// Everything that both passes need to know of one relation.
struct ScannedRelation {
  const RelationShape& source;
  const RelationShape& target;
  const RowDigest& digest;
  std::string where;  // SQL; empty: all rows
  bool source_by_block;
  bool target_by_block;
  std::vector<Session*> source_sessions;
  std::vector<Session*> target_sessions;
};

// The condition of a range joined with the relation's own.
std::string ConditionOf(const ScannedRelation& relation, const Range& range);

struct BothBuckets {
  Buckets source;
  Buckets target;
};

// Throws DatabaseError; where a server cannot digest the values of a column, it names the column.
BothBuckets SumUp(const ScannedRelation& relation, const Effort& effort);

}  // namespace gonogo
