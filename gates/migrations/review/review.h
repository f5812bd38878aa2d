// One migration file held against the rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gates/migrations/review/files.h"
#include "gates/migrations/review/rules.h"
#include "gates/migrations/review/schema_state.h"

namespace gonogo {

struct FileReview {
  std::int64_t statements = 0;
  std::vector<Breach> breaches;    // that no comment allows, each with its line
  std::vector<std::string> notes;  // what comments allow, and what could not be looked at
};

// The file as it comes after those that `history` has seen, which it joins.
FileReview ReviewFile(const MigrationFile& file, SchemaState& history);

// "0001.sql:3: drops ...": the breach in words, for a note.
std::string Describe(const MigrationFile& file, const Breach& breach);

}  // namespace gonogo
