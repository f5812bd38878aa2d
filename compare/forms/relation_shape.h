// What the catalogue of one side says of a relation whose contents are to be compared.
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
  std::string base;                 // what a domain ends at; with its schema unless pg_catalog
  std::vector<std::string> labels;  // of an enum, in order, each as a literal for a statement
  bool cast_by_user = false;        // its cast to text is not the server's own
  bool not_null = false;
  bool generated = false;
  bool always_identity = false;
};

// A table whose rows are the relation's, or some of them.
struct Part {
  std::string from;         // ONLY schema.table, for a statement
  std::int64_t blocks = 0;  // as the file says now
};

// A user's trigger that fires in ordinary sessions.
struct FiringTrigger {
  std::string table;  // for a statement: the relation, or a partition of it
  std::string quoted;
  bool always = false;  // also where changes are replicated
};

struct RelationShape {
  RelationName name;
  std::string quoted;
  std::vector<FiringTrigger> triggers;
  std::vector<Column> columns;   // by name
  std::vector<std::string> key;  // names; empty: the relation has none
  std::vector<Part> parts;
  std::string fault;  // why its rows cannot be read here, or empty

  std::int64_t blocks() const;
  // What SELECT, UPDATE and DELETE name to mean these rows: a partitioned table by its own name,
  // any other without its inheritance children.
  std::string rows() const;
};

// [{"schema": ..., "name": ...}, ...]: how statements are told of relations.
std::string JsonListOf(const std::vector<RelationName>& relations);

// The shapes of those of `relations` that the side has, by QuotedName. Throws DatabaseError.
std::map<std::string, RelationShape> ReadShapes(Session& session,
                                                const std::vector<RelationName>& relations);

}  // namespace gonogo
