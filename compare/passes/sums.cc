#include "compare/passes/sums.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {
namespace {

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

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  rows += other.rows;
  for (std::size_t limb = 0; limb < digests.size(); ++limb) digests[limb] += other.digests[limb];
  return *this;
}

std::string Sums::Digest(std::size_t limbs) const {
  std::string digits;
  for (std::size_t limb = 0; limb < limbs; ++limb) {
    digits += fmt::format("{:016x}", digests[limb]);
  }
  return digits;
}

Sums SumsOf(const Row& row, std::size_t limbs) {
  Sums sums{.rows = row.Integer("rows")};
  for (std::size_t limb = 0; limb < limbs; ++limb) {
    sums.digests[limb] = ParseSum(row.Text("sum" + std::to_string(limb + 1)));
  }
  return sums;
}

}  // namespace gonogo
