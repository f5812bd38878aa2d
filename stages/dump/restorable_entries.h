// Which entries of a dump's table of contents a target can restore.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/values/provider.h"

namespace gonogo {

// What the target has of its provider, and what its role may do. Nothing in it may change when a
// dump is restored: a stage that continues must write the same SQL again. (CREATE EXTENSION in a
// dump does nothing if there is one.)
struct DumpTarget {
  bool is_superuser = false;
  const Provider* provider = nullptr;  // null: nobody's
  std::set<std::string> schemas;
  std::set<std::string> event_triggers;  // of others
  std::set<std::string> source_names;    // the source's schemas and event triggers
};

struct RestorableEntries {
  std::vector<std::string> lines;     // of the list, for pg_restore --use-list
  std::vector<std::string> left_out;  // "schema auth: the target has it"
};

// Judges each line of `pg_restore --list`: "3; 3079 16385 EXTENSION - citext ".
RestorableEntries EntriesFor(const DumpTarget& target, const std::vector<std::string>& list);

}  // namespace gonogo
