// Joins the hashes of a row's columns to one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/forms/column_form.h"

namespace gonogo {

struct HashedColumn {
  ColumnPair column;
  const Form* form;
  std::uint64_t seed;  // a number of its own
};

// Returns an expression of type bigint. It changes if values change, or change places between
// columns, and its bits are mixed: sums of it change if values change places between rows, and its
// last bits tell rows apart as well as its first.
std::string HashOfAll(const std::vector<HashedColumn>& columns, SideName side);

}  // namespace gonogo
