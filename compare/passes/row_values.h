// The values of rows that differ, read by their place: as texts, which is what people and patches
// want.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/difference_pass.h"

namespace gonogo {

// One row that differs. Values stand in the order of PairedColumns::All().
struct RowDifference {
  std::optional<std::vector<Value>> source;  // nothing: the source lacks the row
  std::optional<std::vector<Value>> target;
  bool unsettled = false;  // it still changed when the time to recheck it was up

  bool missing() const { return !target; }
  bool extra() const { return !source; }
  // Of the side that has the row: the target where both have.
  const std::vector<Value>& values() const { return target ? *target : *source; }
  // Whether the row is on both sides and the column differs.
  bool DiffersIn(std::size_t column) const {
    return source && target && (*source)[column] != (*target)[column];
  }
};

// Reads the rows at `places`, in that order. Throws DatabaseError.
std::vector<RowDifference> ReadRows(Session& source, const RelationShape& source_shape,
                                    Session& target, const RelationShape& target_shape,
                                    const std::vector<ColumnPair>& columns,
                                    const std::vector<DifferentPlaces>& places);

}  // namespace gonogo
