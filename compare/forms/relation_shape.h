// What one side's catalogue says about a relation whose contents are compared.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/values/relation_name.h"
#include "fixtures/session/session.h"

namespace gonogo {

struct Column {
  std::string name;
  std::string quoted;               // for a statement
  std::string type;                 // as declared: numeric(12,2)
  std::string base;                 // a domain's base type; with its schema unless pg_catalog
  std::vector<std::string> labels;  // of an enum, in order, each as a literal for a statement
  bool cast_by_user = false;        // a user has defined its cast to text
  bool read_in_utc = false;         // a timestamptz whose counterpart is a timestamp
  bool not_null = false;
  bool generated = false;
  bool always_identity = false;
};

// A table that has all or some of the relation's rows.
struct Part {
  std::string from;               // for a statement: ONLY schema.table
  std::int64_t blocks = 0;        // by the size of its file
  std::int64_t toast_blocks = 0;  // the same of its TOAST table, where long values are
};

struct RelationShape {
  RelationName name;
  std::string quoted;
  std::vector<Column> columns;        // by name
  std::vector<std::string> key;       // names; empty: the relation has none
  std::vector<Part> parts;            // without the foreign ones
  std::vector<RelationName> foreign;  // partitions whose rows are on another server
  std::string
      rows;  // for a SELECT: finds the rows of all parts, see sql/fragments/rows_of_relation.txt
  std::string fault;  // why its rows can't be compared; empty: they can

  std::int64_t blocks() const;
};

// Returns the shapes of those of `relations` that the side has, by QuotedName. Throws
// DatabaseError.
std::map<std::string, RelationShape> ReadShapes(Session& session,
                                                const std::vector<RelationName>& relations);

}  // namespace gonogo
