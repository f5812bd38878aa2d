// One transaction of a copy: a relation, or relations that refer to one another in a circle, go
// from the source to the target, or nothing does.
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
  std::int64_t bytes = 0;  // as they crossed the network, once
  std::string form;        // binary; or text, with the column that is why
};

// One unit with what is known of it.
struct UnitToCopy {
  const Unit& unit;
  const std::vector<RelationToCopy>& relations;  // all of the copy; `unit` has indexes
  // Whether an earlier run began the relation: its rows on the target are that run's then.
  std::function<bool(const RelationToCopy&)> is_ours;
  // Before the relation's first row, with the number of the transaction that will hold them all.
  std::function<void(const RelationToCopy&, const std::string& transaction)> begun;
  std::function<void(std::size_t relation, const Streamed&)> moved;
};

// Copies and commits. The target's user triggers do not fire, and are afterwards what they were;
// the keys of a circle are checked when all of it is there. Throws DatabaseError, with the
// relation's name, where either side refuses or where the target holds rows that are not ours.
std::vector<CopiedRelation> CopyUnit(const UnitToCopy& work, SnapshotReader& reader,
                                     WritingSession& writer);

}  // namespace gonogo
