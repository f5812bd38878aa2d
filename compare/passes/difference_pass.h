// The third pass of a comparison: finds the rows that differ or that only one side has. Reads key
// hash, digest and place of the rows in the buckets that differ. Memory use doesn't grow with the
// number of rows.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "compare/passes/bucket_pass.h"

namespace gonogo {

// Where a row is in its relation, within one snapshot.
struct Place {
  std::uint32_t part = 0;
  std::uint32_t block = 0;
  std::uint16_t offset = 0;

  auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr)
};

// A row that only the source has (missing on the target), that only the target has (extra), or that
// both have with the same key and different contents.
using DifferentPlaces = PerSide<std::optional<Place>>;

// Calls `found` for each difference, in an order that depends only on the data. In a relation
// without a key, every difference is a row that only one side has. Throws DatabaseError, and
// std::runtime_error if a temporary file can't be written.
void FindDifferentPlaces(const Readers& readers, const ScannedRelation& relation,
                         const BothBuckets& buckets, const Effort& effort,
                         const std::function<void(const DifferentPlaces&)>& found);

}  // namespace gonogo
