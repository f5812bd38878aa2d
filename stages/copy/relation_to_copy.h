// What both catalogues say of a relation that is to be copied: the statements that do it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"
#include "core/plan/plan.h"
#include "fixtures/session/session.h"

namespace gonogo {

struct RelationToCopy {
  std::string name;    // of the source, as the plan spells it
  std::string target;  // for a statement
  // What the target's SELECT, DELETE, LOCK and TRUNCATE name: see RelationShape::rows().
  std::string target_rows;
  RelationName target_name;
  std::string copy_out;              // COPY ... TO STDOUT
  std::string copy_in;               // COPY ... FROM STDIN
  std::string form;                  // binary; or text, with the column that is why
  std::int64_t bytes = 0;            // on the source's disk, without indexes
  std::optional<std::int64_t> rows;  // as the source's statistics have it; nothing: they have not
};

// Binary where each column has the same type on both sides and that type's binary form is the same
// everywhere; text otherwise, and wherever the target is of an older major than the source: a text
// that it does not know is refused, where bytes would be misread.
// Rows that a relation's inheritance children hold are not the relation's. What is generated on the
// target is left out. Throws DatabaseError where a relation is missing on either side or is no
// table, where the target lacks a column, or where two relations go to one.
std::vector<RelationToCopy> RelationsToCopy(Session& source, Session& target,
                                            const std::vector<Relation>& relations,
                                            bool target_is_older);

}  // namespace gonogo
