// The second pass: reads key hash, digest and place of the rows in the buckets that differ, and
// finds the rows that are on one side only or differ. Memory does not grow with their number.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "compare/passes/bucket_pass.h"

namespace gonogo {

// Where a row lies, within the snapshot.
struct Place {
  std::uint32_t part = 0;
  std::uint32_t block = 0;
  std::uint16_t offset = 0;

  auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr)
};

// A row that is on the source only (missing on the target), on the target only (extra there), or
// on both with the same key and different contents.
struct DifferentPlaces {
  std::optional<Place> source;
  std::optional<Place> target;
};

// Calls `found` for each difference, in an order that only the data decide. A relation without key
// has rows on one side only. Throws DatabaseError, and std::runtime_error where a temporary file
// cannot be written.
void FindDifferences(const ScannedRelation& relation, const BothBuckets& buckets,
                     const Effort& effort,
                     const std::function<void(const DifferentPlaces&)>& found);

}  // namespace gonogo
