// Chains the hashes of NOT NULL columns: the hash of one is the seed of the next, which is free.
//
// - A nullable column would make the whole chain NULL. It gets a constant seed of its own, and its
//   hash is XORed to the start of the chain.
// - A whole number needs no hash where another column's follows: it is XORed to the seed of that.
//   One number for each such hash, because a XOR b is also b XOR a.
// - Each form hashes its seed with the value, also for 0, NaN and a value that equals a constant of
//   the form. So the chain may end with any of them.
#include "compare/forms/hash_chain.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

// Nested calls use stack on the server, so further columns are XORed instead.
constexpr std::size_t kLongestChain = 64;

constexpr std::uint64_t kStartSeed = 1;
constexpr std::uint64_t kNullSeeds = 100'000;  // added to a column's seed, for the hash of NULL

bool IsNeverNull(const HashedColumn& hashed) {
  return hashed.column.source.not_null && hashed.column.target.not_null;
}

// The columns by the place that they can have.
struct Places {
  std::vector<const HashedColumn*> apart;   // hashed with a constant seed
  std::vector<const HashedColumn*> wholes;  // may be XORed to the seed of one of `mixed`
  std::vector<const HashedColumn*> mixed;
};

Places PlacesOf(const std::vector<HashedColumn>& columns) {
  Places places;
  for (const HashedColumn& hashed : columns) {
    const bool is_full = places.wholes.size() + places.mixed.size() == kLongestChain;
    if (hashed.form->seed == SeedUse::kConstant || !IsNeverNull(hashed) || is_full) {
      places.apart.push_back(&hashed);
    } else if (hashed.form->seed == SeedUse::kMixedAfterXor) {
      places.wholes.push_back(&hashed);
    } else {
      places.mixed.push_back(&hashed);
    }
  }
  return places;
}

std::string HashApart(const HashedColumn& hashed, SideName side) {
  const std::string hash = HashOf(*hashed.form, hashed.column[side], Constant(hashed.seed));
  if (IsNeverNull(hashed)) return hash;
  return fmt::format("COALESCE({}, {})", hash, Constant(hashed.seed + kNullSeeds));
}

}  // namespace

std::string HashOfAll(const std::vector<HashedColumn>& columns, SideName side) {
  const Places places = PlacesOf(columns);
  std::string chain = Constant(kStartSeed);
  for (const HashedColumn* hashed : places.apart) {
    chain += " OPERATOR(pg_catalog.#) " + HashApart(*hashed, side);
  }
  // Mixes the bits: hashint4extended uses all 64 bits of its seed.
  if (places.wholes.empty() && places.mixed.empty()) {
    return "pg_catalog.hashint4extended(0, " + chain + ")";
  }
  chain = "(" + chain + ")";
  auto whole = places.wholes.begin();
  for (const HashedColumn* hashed : places.mixed) {
    if (whole != places.wholes.end()) {
      chain = SeedWith(*(*whole)->form, (*whole)->column[side], chain);
      ++whole;
    }
    chain = HashOf(*hashed->form, hashed->column[side], chain);
  }
  for (; whole != places.wholes.end(); ++whole) {
    chain = HashOf(*(*whole)->form, (*whole)->column[side], chain);
  }
  return chain;
}

}  // namespace gonogo
