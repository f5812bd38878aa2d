// Reviews one migration file by the rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gates/migrations/review/files.h"
#include "gates/migrations/review/rules/rules.h"
#include "gates/migrations/review/rules/schema_state.h"

namespace gonogo {

struct FileReview {
  std::int64_t statements = 0;
  std::vector<Violation> violations;  // with lines, without those that a comment allows
  std::vector<std::string> notes;     // what comments allow, and what couldn't be reviewed
};

// Reviews the file, given the schema after all files before it, and applies the file to the schema.
// `tool` is the migration tool that runs it; empty: not known. `files`: the names of all files that
// are reviewed.
FileReview ReviewFile(const MigrationFile& file, SchemaState& schema, const std::string& tool = "",
                      const std::vector<std::string>& files = {});

// Returns file and line as text: "0001.sql:3", or "0001.sql" for line 0.
std::string PlaceOf(const MigrationFile& file, int line);

// Returns the violation as text: "0001.sql:3: destructive: drops ...".
std::string Describe(const MigrationFile& file, const Violation& violation);

}  // namespace gonogo
