// Says which rows a gate doesn't read: those of partitions that are foreign tables.
#pragma once

#include "core/values/outcome.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// Adds a note for each partition of that side's relation that is a foreign table. The gates
// partitions, storage and columns compare its definition.
void NoteForeignPartitions(const Inspection& in, SideName side, const Relation& relation,
                           Outcome& outcome);

// Throws DatabaseError if the relation is a foreign table on a side. Its rows may even be those of
// the other side.
void RequireRowsHere(const Inspection& in, const Relation& relation);

}  // namespace gonogo
