// The schemas and tables of a source, as far as a plan mentions them. Plain values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/values/relation_name.h"

namespace gonogo {

struct SourceTable {
  RelationName name;
  bool is_foreign = false;              // its rows are on another server
  std::vector<std::string> key;         // empty: no unique key
  std::vector<RelationName> refers_to;  // tables that its foreign keys reference
  std::vector<std::string> columns{};
};

// A view, sequence, type, function, foreign table or publication.
struct SourceObject {
  std::string kind;
  std::string schema;  // empty: none
  std::string name;    // as SQL spells it
};

struct SourceSchema {
  std::string database;
  std::vector<std::string> schemas;
  std::map<std::string, std::string> providers;  // schemas that don't belong to the user, and why
  std::vector<SourceTable> tables;
  std::vector<SourceObject> objects{};
  int unreadable = 0;     // objects with a name that isn't valid text; see is_ascii
  bool is_ascii = false;  // its encoding is SQL_ASCII
  bool has_materialized_views = false;
  bool has_publications = false;
  bool has_large_objects = false;
  bool has_scheduled_jobs = false;
  bool has_extension_rows = false;     // that a dump takes along
  bool hides_mapping_options = false;  // from this role, of some user mapping
  bool records_no_collation_version = false;
  bool is_encrypted = false;
  bool is_local = false;        // the server says that it is on this host
  bool role_can_write = false;  // whether the role that discovered it can do more than read
  std::vector<std::string> reading_roles{};  // that gonogo reads as, and that only read
};

// Sorts the tables so that each comes after those that it references, otherwise by name. A cycle of
// references starts with the first name.
std::vector<SourceTable> InReferenceOrder(std::vector<SourceTable> tables);

}  // namespace gonogo
