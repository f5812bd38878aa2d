// What all passes need to know about one relation.
#pragma once

#include <string>

#include "compare/forms/row_digest.h"
#include "compare/passes/portions.h"
#include "core/error.h"

namespace gonogo {

struct ScannedRelation {
  PerSide<const RelationShape*> shapes;
  RowDigest digest;
  std::string where;  // SQL; empty: all rows

  // Returns the part of the range, for a FROM clause.
  const std::string& PartOf(SideName side, const Range& range) const;
  // Returns the range's condition combined with `where`.
  std::string ConditionOf(const Range& range) const;

  // Returns a better error for a statement that failed while it read the range: one with the column
  // that the server can't hash, if a value is the cause. Asks the server. Throws DatabaseError.
  DatabaseError Explained(const DatabaseError& error, SideName side, Session& session,
                          const Range& range) const;
};

}  // namespace gonogo
