// Reads the values of rows that differ, by their place, as texts for people and patches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/difference_pass.h"

namespace gonogo {

// One row that differs: the values of each side that has the row, in the order of
// PairedColumns::All().
struct RowDifference : PerSide<std::optional<std::vector<Value>>> {
  bool unsettled = false;  // it still changed in the second half of the time to recheck

  bool missing() const { return !target; }
  bool extra() const { return !source; }
  // The values of a side that has the row: the target's if both have it.
  const std::vector<Value>& values() const { return target ? *target : *source; }
  // True if both sides have the row and the column differs.
  bool DiffersIn(std::size_t column) const {
    return source && target && (*source)[column] != (*target)[column];
  }
};

// Reads the rows at `places`, in that order, with the first session of each side. Throws
// DatabaseError.
std::vector<RowDifference> ReadRows(const PerSide<ScannedSide>& sides,
                                    const std::vector<ColumnPair>& columns,
                                    const std::vector<DifferentPlaces>& places);

}  // namespace gonogo
