// Copies one unit in one transaction: a relation, or relations that reference each other in a
// cycle.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "fixtures/session/row_stream.h"
#include "fixtures/session/writing_session.h"
#include "stages/copy/copy_order.h"
#include "stages/copy/relation_to_copy.h"

namespace gonogo {

struct CopiedRelation {
  std::string relation;  // of the source, as the plan spells it
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // of COPY data, counted once
  std::string form;        // "binary", or "text" and the reason
};

struct UnitToCopy {
  const Unit& unit;
  const std::vector<RelationToCopy>& relations;  // all relations of the copy; `unit` has indexes
  // Returns whether an earlier run began the relation, so that its rows on the target are from that
  // run.
  std::function<bool(const RelationToCopy&)> is_ours;
  // Called before the relation's first row, with the number of the transaction.
  std::function<void(const RelationToCopy&, const std::string& transaction)> begun;
  std::function<void(std::size_t relation, const Streamed&)> moved;
};

// Copies the unit and commits. The target's user triggers don't fire. Foreign keys within a cycle
// are checked after all of its rows. Throws DatabaseError with the relation's name if a side
// refuses or the target has rows from elsewhere.
std::vector<CopiedRelation> CopyUnit(const UnitToCopy& work, SnapshotReader& reader,
                                     WritingSession& writer);

}  // namespace gonogo
