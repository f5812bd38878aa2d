// Finds the names in a statement that the server would look up in search_path.
#pragma once

#include <string>
#include <vector>

namespace gonogo::testing_support {

enum class Names {
  kOfFunctionsAndRelations,  // what is left is PostgreSQL's own as long as search_path is empty
  kAllButTypes,              // what is left is PostgreSQL's own as long as pg_catalog comes first
  kAll,
};

// Reads the statements with PostgreSQL's parser. Returns each such name once, sorted: "operator =".
// Also finds syntax that stands for an operator (IN, LIKE, NULLIF). Throws PlanError if they can't
// be parsed.
std::vector<std::string> UnqualifiedNames(const std::string& statements, Names which);

}  // namespace gonogo::testing_support
