// The statements that copy a relation, made from both catalogues.
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
  // What SELECT, DELETE, LOCK and TRUNCATE name: the relation, or all partitions but foreign ones.
  std::vector<std::string> target_tables;
  std::string analyze;  // ANALYZE ..., or "" if all of its partitions are foreign
  RelationName target_name;
  std::string copy_out;              // COPY ... TO STDOUT
  std::string copy_in;               // COPY ... FROM STDIN
  std::string form;                  // "binary", or "text" and the reason
  std::int64_t bytes = 0;            // on the source's disk, without indexes
  std::optional<std::int64_t> rows;  // by the source's statistics, if they know
};

// Returns the relations with their statements.
//
// The form is binary if each column has the same type on both sides and a binary form that is the
// same everywhere. Otherwise it is text, and also if the target has an older major version: the
// server rejects text that it doesn't know, but would misread bytes. Rows of inheritance children
// aren't copied. Columns that are generated on the target are left out.
//
// Throws DatabaseError if a relation is missing on a side or isn't a table, if the target lacks a
// column, if two relations have one target, or if partitions are foreign tables on one side only:
// the rows would go to another server.
std::vector<RelationToCopy> RelationsToCopy(Session& source, Session& target,
                                            const std::vector<Relation>& relations,
                                            bool target_is_older);

}  // namespace gonogo
