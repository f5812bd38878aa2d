// The first pass of a comparison: counts the rows of both sides and adds up their digests. Tells
// whether the contents are equal, not where they differ.
#pragma once

#include <variant>
#include <vector>

#include "compare/passes/scan.h"
#include "compare/passes/scanned_relation.h"
#include "compare/passes/sums.h"
#include "core/error.h"

namespace gonogo {

// Of one relation: the sums of both sides, or why it couldn't be read.
using Totals = std::variant<PerSide<Sums>, DatabaseError>;

// Reads any number of relations and returns the totals of each. A failure of one doesn't affect the
// others.
std::vector<Totals> SumUp(const Readers& readers,
                          const std::vector<const ScannedRelation*>& relations,
                          const Effort& effort);

}  // namespace gonogo
