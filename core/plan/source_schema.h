// What a source holds, as far as a plan has to say something of it. Plain values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/values/relation_name.h"

namespace gonogo {

struct SourceTable {
  RelationName name;
  bool is_foreign = false;              // its rows are kept elsewhere
  std::vector<std::string> key;         // empty: no column tells its rows apart
  std::vector<RelationName> refers_to;  // by foreign keys
};

struct SourceSchema {
  std::string database;
  std::vector<std::string> schemas;
  std::map<std::string, std::string> providers;  // schemas that are not the user's, and why
  std::vector<SourceTable> tables;
  bool has_large_objects = false;
  bool has_scheduled_jobs = false;
  bool is_encrypted = false;
};

// The tables so that each stands after those that it refers to, by name where that leaves a choice.
// Of tables that refer to one another in a circle, the first by name comes first.
std::vector<SourceTable> InReferenceOrder(std::vector<SourceTable> tables);

}  // namespace gonogo
