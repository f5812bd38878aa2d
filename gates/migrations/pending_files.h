// Decides which migration files a review is about: those that the tool's history doesn't have.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "gates/inspection.h"
#include "gates/migrations/review/files.h"

namespace gonogo {

struct ReviewedFiles {
  std::string tool;                  // as the plan says or the folder shows; empty: not known
  std::set<std::string> applied;     // files that are applied already, and aren't reviewed
  std::vector<std::string> pending;  // of a tool whose migrations are code: its pending files
  bool has_history = false;          // a table says what is applied
  bool is_of_source = false;         // it is the source's, because the target has none
  std::vector<std::string> notes;
};

// `service` has "folder", "files" ("pending" or "all"), perhaps "tool" and "table". If it can't be
// told which files are applied, none are.
ReviewedFiles ChooseFiles(const Inspection& in, const Arguments& service,
                          const MigrationFiles& folder);

}  // namespace gonogo
