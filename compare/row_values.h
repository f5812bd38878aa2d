// The values of rows that differ, read by their place: as texts, which is what people and patches
// want.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_relation.h"
#include "compare/difference_pass.h"

namespace gonogo {

// One row that differs. Values stand in the order of PairedColumns::All(); a side that lacks the
// row has none.
struct RowDifference {
  std::vector<Value> source;
  std::vector<Value> target;
  bool unsettled = false;  // it still changed when the time to recheck it was up

  bool missing() const { return target.empty(); }
  bool extra() const { return source.empty(); }
  // Whether the row is on both sides and the column differs.
  bool DiffersIn(std::size_t column) const {
    return !missing() && !extra() && source[column] != target[column];
  }
};

// Reads the rows at `places`, in that order. Throws DatabaseError.
std::vector<RowDifference> ReadRows(Session& source, const RelationShape& source_shape,
                                    Session& target, const RelationShape& target_shape,
                                    const std::vector<ColumnPair>& columns,
                                    const std::vector<DifferentPlaces>& places);

}  // namespace gonogo
