// The lines `-- gonogo: KEY VALUE` at the top of a file with a query, by which it is a check
// without a line of JSON.
#pragma once

#include <string>
#include <vector>

#include "core/json/located_json.h"

namespace gonogo {

struct QueryHeaderLine {
  int line = 0;
  std::string key;
  std::string value;  // may be ""
};

// Returns the lines before the query, in order.
std::vector<QueryHeaderLine> QueryHeaderOf(const std::string& text);

// Returns whether the file says that only a PostgreSQL newer than gonogo's parser can read it.
bool HasNewerSyntax(const std::string& text);

// Appends the check of a file to the "checks" of a plan, with the places of its keys in that file.
// The id is the file's name. Throws PlanError with file and line if a key is unknown.
void AppendQueryCheck(const std::string& file, const std::string& text, LocatedJson& plan);

}  // namespace gonogo
