// Counts rows and adds up their digests. Sums don't depend on the order of rows, ranges or
// sessions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/values/rows.h"

namespace gonogo {

struct Sums {
  std::int64_t rows = 0;
  std::array<std::uint64_t, 4> digests = {};  // of each limb, modulo 2^64

  bool operator==(const Sums&) const = default;
  Sums& operator+=(const Sums& other);

  // Returns the digest of all rows: 16 hexadecimal digits per limb.
  std::string Digest(std::size_t limbs) const;
};

// Returns the columns rows and sum1 to sum<limbs> of a row. Throws DatabaseError.
Sums SumsOf(const Row& row, std::size_t limbs);

}  // namespace gonogo
